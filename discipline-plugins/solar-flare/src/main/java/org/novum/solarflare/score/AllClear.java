package org.novum.solarflare.score;

/**
 * All-clear forecasts of two forecasters who call equally many days clear.
 *
 * @param clear per row, 1 where ours is clear
 * @param otherClear per row, 1 where the other's is
 * @param event per row, 1 where a flare happened
 */
public record AllClear(double[] clear, double[] otherClear, double[] event) {
    /** The other calls the rows clear that it gave the level or less; ours as many, those it gave least. */
    public static AllClear of(Sample ours, Sample other, double level) {
        double[] otherClear = new double[other.size()];
        int days = 0;
        for (int row = 0; row < otherClear.length; row++) {
            otherClear[row] = other.probability()[row] <= level ? 1 : 0;
            days += (int) otherClear[row];
        }
        double[] clear = new double[ours.size()];
        int[] falling = ours.falling();
        for (int i = 0; i < days; i++) {
            clear[falling[falling.length - 1 - i]] = 1;
        }
        return new AllClear(clear, otherClear, ours.event());
    }

    /** How many days each calls clear. */
    public int days() {
        int days = 0;
        for (double value : clear) {
            days += (int) value;
        }
        return days;
    }

    /** Clear days of ours with a flare. */
    public int misses() {
        return misses(clear);
    }

    /** Clear days of the other's with a flare. */
    public int missesOfOther() {
        return misses(otherClear);
    }

    /** Misses of ours minus misses of the other's, each row counted as often as its weight says. */
    public double moreMisses(double[] weight) {
        double more = 0;
        for (int row = 0; row < weight.length; row++) {
            more += weight[row] * event[row] * (clear[row] - otherClear[row]);
        }
        return more;
    }

    private int misses(double[] of) {
        int misses = 0;
        for (int row = 0; row < of.length; row++) {
            misses += of[row] * event[row] > 0 ? 1 : 0;
        }
        return misses;
    }
}
