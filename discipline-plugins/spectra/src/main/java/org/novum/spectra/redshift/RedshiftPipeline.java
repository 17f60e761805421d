package org.novum.spectra.redshift;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.novum.spectra.parameter.StarModel;
import org.novum.spectra.spectrum.BadPixels;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.template.Template;

/** From a spectrum as the dataset has it to an answer with its warnings. Safe for use by many threads. */
public final class RedshiftPipeline {
    /** Redshifts nearer than this, relative to 1 + z, are one. */
    public static final double SAME = 0.003;

    /** Signal to noise of a pixel that no spectrograph reaches. */
    private static final double MOST_SIGNAL = 1e5;

    /** Noise alone has squares of one in the mean: errors a hundred times too large are of another unit. */
    private static final double LEAST_SQUARE = 1e-4;

    private final RedshiftEngine engine;
    private final Placement placement;
    private final Optional<StarModel> stars;

    /** With these templates, one or more per class. Stars have no subclass. */
    public RedshiftPipeline(List<Template> templates) {
        this(templates, Optional.empty());
    }

    /** With these templates, one or more per class, and stars of known temperature. */
    public RedshiftPipeline(List<Template> templates, Optional<StarModel> stars) {
        engine = new RedshiftEngine(templates);
        placement = new Placement(templates);
        this.stars = stars;
    }

    /** The answer for a row of the dataset; every row has one, if only a reason. */
    public Redshift redshift(RawSpectrum raw) {
        if (raw.problem() != null) {
            return Redshift.none(Warning.NO_SPECTRUM, raw.problem(), null);
        }
        return redshift(Resampling.onGrid(raw));
    }

    /** The answer for a spectrum on the common grid, from the pixels that are not sharper than any line. */
    public Redshift redshift(GridSpectrum spectrum) {
        BadPixels.Cleaned cleaned = BadPixels.without(spectrum);
        Redshift redshift = ofCleaned(cleaned.spectrum());
        return cleaned.rejected() == 0 ? redshift : redshift.with(Warning.BAD_PIXELS);
    }

    private Redshift ofCleaned(GridSpectrum spectrum) {
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
        if (signalToNoise > MOST_SIGNAL || meanSquare(spectrum) < LEAST_SQUARE) {
            return Redshift.none(
                    Warning.NO_SPECTRUM,
                    String.format(
                            Locale.ROOT,
                            "flux and errors are not in one unit: their ratio is %.1g in the median; check the errors",
                            signalToNoise),
                    signalToNoise);
        }
        return engine.answer(spectrum)
                .map(answer -> placement.placed(spectrum, new Judgement(spectrum, answer).redshift(stars, signalToNoise)))
                .orElseGet(() -> Redshift.none(
                        Warning.LITTLE_DATA, "no template fits with a positive amplitude", signalToNoise));
    }

    /** Mean of the squares of flux over error. */
    private static double meanSquare(GridSpectrum spectrum) {
        double sum = 0;
        for (int i = spectrum.first(); i < spectrum.end(); i++) {
            sum += spectrum.ivar()[i] * spectrum.flux()[i] * spectrum.flux()[i];
        }
        return sum / spectrum.informed();
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
}
