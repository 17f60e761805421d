package org.novum.solarflare.score;

/**
 * The two-by-two table of alarms and events, with weights where rows are drawn more than once.
 *
 * @param hits alarms with event
 * @param falseAlarms alarms without
 * @param misses events without alarm
 * @param quiets neither
 */
public record Contingency(double hits, double falseAlarms, double misses, double quiets) {
    /** Of a sample, each row counted as often as its weight says. */
    static Contingency of(Sample sample, double[] weight) {
        double hits = 0;
        double falseAlarms = 0;
        double misses = 0;
        double quiets = 0;
        for (int row = 0; row < weight.length; row++) {
            boolean alarm = sample.alarm()[row] > 0;
            if (sample.event()[row] > 0) {
                hits += alarm ? weight[row] : 0;
                misses += alarm ? 0 : weight[row];
            } else {
                falseAlarms += alarm ? weight[row] : 0;
                quiets += alarm ? 0 : weight[row];
            }
        }
        return new Contingency(hits, falseAlarms, misses, quiets);
    }

    /** Share of the events that had an alarm; 0 without events. */
    public double recall() {
        return ratio(hits, hits + misses);
    }

    /** Share of the alarms that had an event; 0 without alarms. */
    public double precision() {
        return ratio(hits, hits + falseAlarms);
    }

    /** Probability of false detection: share of the quiet samples that had an alarm. */
    public double falseDetection() {
        return ratio(falseAlarms, falseAlarms + quiets);
    }

    /** True skill statistic: recall minus probability of false detection (Hanssen and Kuipers 1965; Bloomfield 2012). */
    public double trueSkill() {
        return recall() - falseDetection();
    }

    /** Heidke skill score against chance (Heidke 1926). */
    public double heidkeSkill() {
        double chance = (hits + misses) * (misses + quiets) + (hits + falseAlarms) * (falseAlarms + quiets);
        return ratio(2 * (hits * quiets - misses * falseAlarms), chance);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
