package org.novum.solarflare.score;

import java.util.Arrays;

/**
 * Scores of forecasts; each is computed with a weight per row, so that the bootstrap can draw rows more than once.
 *
 * <p>Definitions: Jolliffe and Stephenson, "Forecast Verification" (2012).
 */
public enum Score {
    /** Share of rows with an event. */
    BASE_RATE("base_rate"),
    /** Recall minus probability of false detection. */
    TSS("tss"),
    /** Heidke skill score. */
    HSS("hss"),
    /** Share of events with an alarm. */
    RECALL("recall"),
    /** Share of alarms with an event. */
    PRECISION("precision"),
    /** Share of quiet rows with an alarm. */
    POFD("pofd"),
    /** Brier skill score against the base rate of the same rows. */
    BSS("bss"),
    /** Expected calibration error over ten bins of equal width. */
    ECE("ece"),
    /** Area under the ROC curve: the chance that an event row was given more than a quiet one. */
    AUC("auc");

    private final String label;

    Score(String label) {
        this.label = label;
    }

    /** Its name in results. */
    public String label() {
        return label;
    }

    /** The score of a sample whose rows all count once. */
    public double of(Sample sample) {
        double[] ones = new double[sample.size()];
        Arrays.fill(ones, 1);
        return of(new Weighted(sample, sample.falling(), ones));
    }

    /** The score, or NaN where it is not defined on these rows: without events, without quiet rows, without alarms. */
    double definedOf(Weighted rows) {
        boolean defined =
                switch (this) {
                    case BASE_RATE, ECE -> true;
                    case RECALL -> rows.events() > 0;
                    case POFD -> rows.quiets() > 0;
                    case PRECISION -> rows.alarms() > 0;
                    case TSS, HSS, BSS, AUC -> rows.events() > 0 && rows.quiets() > 0;
                };
        return defined ? of(rows) : Double.NaN;
    }

    double of(Weighted rows) {
        return switch (this) {
            case BASE_RATE -> rows.baseRate();
            case TSS -> rows.contingency().trueSkill();
            case HSS -> rows.contingency().heidkeSkill();
            case RECALL -> rows.contingency().recall();
            case PRECISION -> rows.contingency().precision();
            case POFD -> rows.contingency().falseDetection();
            case BSS -> rows.brierSkill();
            case ECE -> rows.calibrationError();
            case AUC -> rows.areaUnderCurve();
        };
    }
}
