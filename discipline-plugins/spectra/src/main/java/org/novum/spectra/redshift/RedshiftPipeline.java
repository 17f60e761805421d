package org.novum.spectra.redshift;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/** From a spectrum as the dataset has it to an answer with its warnings. Safe for use by many threads. */
public final class RedshiftPipeline {
    /** Redshifts nearer than this, relative to 1 + z, are one. */
    public static final double SAME = 0.003;

    /** A smaller difference of evidence does not decide. */
    private static final double DECISIVE = 12;

    private final RedshiftEngine engine;

    /** With these templates, one per class. */
    public RedshiftPipeline(List<Template> templates) {
        engine = new RedshiftEngine(templates);
    }

    /** The answer for a row of the dataset; every row has one, if only a reason. */
    public Redshift redshift(RawSpectrum raw) {
        if (raw.problem() != null) {
            return Redshift.none(Warning.NO_SPECTRUM, raw.problem(), null);
        }
        return redshift(Resampling.onGrid(raw));
    }

    /** The answer for a spectrum on the common grid. */
    public Redshift redshift(GridSpectrum spectrum) {
        double signalToNoise = spectrum.signalToNoise();
        if (spectrum.informed() < RedshiftEngine.FEWEST_PIXELS) {
            return Redshift.none(
                    Warning.LITTLE_DATA,
                    "only " + spectrum.informed() + " pixels between 3,470 and 10,700 Angstrom carry information",
                    signalToNoise);
        }
        if (constant(spectrum)) {
            return Redshift.none(Warning.NO_SIGNAL, "the flux is constant", signalToNoise);
        }
        return engine.answer(spectrum)
                .map(answer -> judged(answer, signalToNoise))
                .orElseGet(() -> Redshift.none(
                        Warning.LITTLE_DATA, "no template fits with a positive amplitude", signalToNoise));
    }

    private static boolean constant(GridSpectrum spectrum) {
        double first = spectrum.flux()[spectrum.first()];
        for (int i = spectrum.first(); i < spectrum.end(); i++) {
            if (spectrum.ivar()[i] > 0 && spectrum.flux()[i] != first) {
                return false;
            }
        }
        return true;
    }

    private static Redshift judged(Answer answer, double signalToNoise) {
        Candidate best = answer.best();
        Optional<Candidate> runnerUp =
                answer.others().stream().filter(other -> !same(best, other)).findFirst();
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        double delta = runnerUp.map(other -> other.evidence() - best.evidence()).orElse(1e6);
        if (delta < 0) {
            warnings.add(Warning.ROBUST_DIFFERS);
        }
        if (Math.abs(delta) < DECISIVE) {
            warnings.add(Warning.SMALL_DELTA_CHI2);
        }
        if (atEdge(best)) {
            warnings.add(Warning.AT_EDGE);
        }
        return new Redshift(
                Optional.of(best),
                null,
                runnerUp,
                warnings,
                Confidence.of(best.spectralClass(), delta),
                signalToNoise,
                null);
    }

    private static boolean same(Candidate one, Candidate other) {
        return one.spectralClass() == other.spectralClass()
                && Math.abs(one.redshift() - other.redshift()) <= SAME * (1 + one.redshift());
    }

    private static boolean atEdge(Candidate best) {
        double shift = LogGrid.shift(best.redshift());
        SpectralClass spectralClass = best.spectralClass();
        return shift < spectralClass.firstShift() + 3 || shift > spectralClass.lastShift() - 3;
    }
}
