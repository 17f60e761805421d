package org.novum.spectra.redshift;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novum.spectra.line.Activity;
import org.novum.spectra.line.LineFit;
import org.novum.spectra.parameter.SpectralType;
import org.novum.spectra.parameter.StarModel;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/** Makes of the candidates for a spectrum an answer with a subclass, warnings and a confidence. */
final class Judgement {
    /** A smaller difference of evidence does not decide. */
    private static final double DECISIVE = 12;

    /** Difference that stands for no runner-up at all. */
    private static final double UNRIVALLED = 1e6;

    /** Beyond this redshift a quasar shows broad lines that the optical ones need not replace. */
    private static final double NEAR = 0.3;

    /** Beyond this redshift no optical line is left to measure. */
    private static final double OPTICAL = 1;

    /** Lines that are placed better than this, in pixels, are a velocity: 3.5 km/s. */
    private static final double SHARP = 0.05;

    /** Stars of the Galaxy and few galaxies are within this redshift: 1,000 km/s. */
    private static final double STELLAR = 1000 / LogGrid.LIGHT;

    private final GridSpectrum spectrum;
    private final Answer answer;
    private final @Nullable LineFit fit;

    Judgement(GridSpectrum spectrum, Answer answer) {
        this.spectrum = spectrum;
        this.answer = answer;
        Candidate best = answer.best();
        fit = best.spectralClass() != SpectralClass.STAR && best.redshift() < OPTICAL
                ? new LineFit(spectrum, best.redshift())
                : null;
    }

    /** The answer. */
    Redshift redshift(Optional<StarModel> stars, double signalToNoise) {
        Candidate best = answer.best();
        Optional<Candidate> runnerUp = answer.runnerUp();
        double delta = runnerUp.map(other -> other.evidence() - best.evidence()).orElse(UNRIVALLED);
        LineAgreement lines = LineAgreement.of(best, answer.lines());
        Set<Warning> warnings = warnings(delta, lines);
        double misfit = Math.max(1, best.evidence() / spectrum.informed());
        double confidence = Confidence.of(best.spectralClass(), delta / misfit, lines);
        if (warnings.contains(Warning.CLASS_AMBIGUOUS) || warnings.contains(Warning.BAD_FIT) || lines.refuses()) {
            confidence = Confidence.either(confidence);
        }
        return new Redshift(
                Optional.of(placed(best)),
                subclass(stars).orElse(null),
                runnerUp,
                warnings,
                confidence,
                signalToNoise,
                null,
                Optional.of(new Redshift.Evidence(lines, answer.plain(), answer.misfit())));
    }

    private Set<Warning> warnings(double delta, LineAgreement lines) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (!same(answer.best(), answer.plain())) {
            warnings.add(Warning.ROBUST_DIFFERS);
        }
        if (Math.abs(delta) < DECISIVE) {
            warnings.add(Warning.SMALL_DELTA_CHI2);
        }
        if (atEdge(answer.best())) {
            warnings.add(Warning.AT_EDGE);
        }
        if (lines.contradicts()) {
            warnings.add(Warning.LINES_DISAGREE);
        }
        if (ambiguous() || nearby()) {
            warnings.add(Warning.CLASS_AMBIGUOUS);
        }
        if (answer.misfit() > 1) {
            warnings.add(Warning.BAD_FIT);
        }
        return warnings;
    }

    /** A galaxy at the same redshift, and no broad line that would tell a quasar from it. */
    private boolean ambiguous() {
        Candidate best = answer.best();
        return best.spectralClass() == SpectralClass.QSO
                && best.redshift() < NEAR
                && fit != null
                && !Activity.broadComponent(fit)
                && answer.others().stream()
                        .anyMatch(other -> other.spectralClass() == SpectralClass.GALAXY && near(best, other));
    }

    /**
     * A galaxy at the velocity of a star, with a star as the runner-up: emission lines of its own, or being a giant that no
     * template has, make a star look so. A nearby galaxy's many lines leave all stars behind other redshifts.
     */
    private boolean nearby() {
        Candidate best = answer.best();
        return best.spectralClass() == SpectralClass.GALAXY
                && Math.abs(best.redshift()) <= STELLAR
                && answer.runnerUp()
                        .filter(other -> other.spectralClass() == SpectralClass.STAR
                                && Math.abs(other.redshift()) <= STELLAR)
                        .isPresent();
    }

    /** A galaxy's velocity is that of its gas where the lines place it sharply; templates place it less well. */
    private Candidate placed(Candidate best) {
        if (best.spectralClass() != SpectralClass.GALAXY || fit == null) {
            return best;
        }
        double error = fit.shiftError();
        double moved = Math.abs(LogGrid.shift(fit.redshift()) - LogGrid.shift(best.redshift()));
        if (error > SHARP || moved > 1) {
            return best;
        }
        double redshift = fit.redshift();
        return new Candidate(
                best.spectralClass(),
                redshift,
                error * LogGrid.STEP * StrictMath.log(10) * (1 + redshift),
                best.evidence());
    }

    private Optional<String> subclass(Optional<StarModel> stars) {
        return switch (answer.best().spectralClass()) {
            case STAR ->
                stars.flatMap(model -> SpectralType.of(spectrum, answer.best().redshift(), model));
            case GALAXY -> Optional.ofNullable(fit).flatMap(Activity::of);
            case QSO -> {
                Optional<String> optical = Optional.ofNullable(fit).flatMap(Activity::of);
                yield optical.isPresent()
                        ? optical
                        : Activity.ofUltraviolet(new LineFit(spectrum, answer.best().redshift()));
            }
        };
    }

    static boolean same(Candidate one, Candidate other) {
        return one.spectralClass() == other.spectralClass() && near(one, other);
    }

    private static boolean near(Candidate one, Candidate other) {
        return Math.abs(one.redshift() - other.redshift()) <= RedshiftPipeline.SAME * (1 + one.redshift());
    }

    private static boolean atEdge(Candidate best) {
        double shift = LogGrid.shift(best.redshift());
        SpectralClass spectralClass = best.spectralClass();
        return shift < spectralClass.firstShift() + 3 || shift > spectralClass.lastShift() - 3;
    }
}
