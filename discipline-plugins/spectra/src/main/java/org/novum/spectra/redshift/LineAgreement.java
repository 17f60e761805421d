package org.novum.spectra.redshift;

import org.novum.spectra.line.LineRedshift;
import org.novum.spectra.template.SpectralClass;

/**
 * Whether the lines, found by no template, say the same as an answer of the templates.
 *
 * @param redshift that the lines of the answer's class give
 * @param margin by which that is better than any other, in logarithms of the likelihood ratio
 * @param rank share of all redshifts whose lines score no worse than those of the answer
 * @param agrees whether the redshifts are the same
 */
public record LineAgreement(double redshift, double margin, double rank, boolean agrees) {
    /** Broad lines are off their laboratory wavelengths by up to 3,000 km/s. */
    static final double QUASAR = 0.01;

    /** From this margin on, lines that disagree are evidence against an answer, and not merely hard to see. */
    private static final double DECISIVE = 5;

    /** Share of redshifts from which on an answer is not among those that the lines allow. */
    private static final double UNLIKELY = 0.05;

    static LineAgreement of(Candidate answer, LineRedshift lines) {
        SpectralClass spectralClass = answer.spectralClass();
        LineRedshift.Found found = lines.found(spectralClass);
        double same = spectralClass == SpectralClass.QSO ? QUASAR : RedshiftPipeline.SAME;
        return new LineAgreement(
                found.redshift(),
                found.margin(),
                lines.rank(spectralClass, answer.redshift()),
                Math.abs(found.redshift() - answer.redshift()) <= same * (1 + answer.redshift()));
    }

    /** Whether the lines speak clearly for another redshift. */
    boolean contradicts() {
        return !agrees && margin >= DECISIVE;
    }

    /** Whether they do and also find many redshifts better than the answer: it is then no answer of two methods. */
    boolean refuses() {
        return contradicts() && rank > UNLIKELY;
    }

    /** The margin of lines that agree, at most 10; 0 of those that do not. */
    double support() {
        return agrees ? Math.min(10, margin) : 0;
    }
}
