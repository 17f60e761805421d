package org.novum.solarflare.score;

/**
 * A sample with a weight per row.
 *
 * @param sample rows
 * @param falling rows in falling order of probability
 * @param weight how often each row counts
 */
record Weighted(Sample sample, int[] falling, double[] weight) {
    private static final int BINS = 10;

    Contingency contingency() {
        return Contingency.of(sample, weight);
    }

    double events() {
        double events = 0;
        for (int row = 0; row < weight.length; row++) {
            events += weight[row] * sample.event()[row];
        }
        return events;
    }

    double quiets() {
        double quiets = 0;
        for (int row = 0; row < weight.length; row++) {
            quiets += weight[row] * (1 - sample.event()[row]);
        }
        return quiets;
    }

    double alarms() {
        double alarms = 0;
        for (int row = 0; row < weight.length; row++) {
            alarms += sample.alarm()[row] > 0 ? weight[row] : 0;
        }
        return alarms;
    }

    double baseRate() {
        double events = 0;
        double all = 0;
        for (int row = 0; row < weight.length; row++) {
            events += weight[row] * sample.event()[row];
            all += weight[row];
        }
        return all == 0 ? 0 : events / all;
    }

    /** Brier skill score against the base rate; 0 where all rows are alike and there is nothing to be skilful about. */
    double brierSkill() {
        double base = baseRate();
        double error = 0;
        double reference = 0;
        for (int row = 0; row < weight.length; row++) {
            double event = sample.event()[row];
            double off = sample.probability()[row] - event;
            error += weight[row] * off * off;
            reference += weight[row] * (base - event) * (base - event);
        }
        return reference == 0 ? 0 : 1 - error / reference;
    }

    double calibrationError() {
        double[] gap = new double[BINS];
        double all = 0;
        for (int row = 0; row < weight.length; row++) {
            int bin = Math.min(BINS - 1, (int) (sample.probability()[row] * BINS));
            gap[bin] += weight[row] * (sample.probability()[row] - sample.event()[row]);
            all += weight[row];
        }
        double sum = 0;
        for (double bin : gap) {
            sum += Math.abs(bin);
        }
        return all == 0 ? 0 : sum / all;
    }

    /** Mann and Whitney's statistic with ties counted half; 0.5 where there is no pair to compare. */
    double areaUnderCurve() {
        double events = 0;
        double quiets = 0;
        double area = 0;
        int at = 0;
        while (at < falling.length) {
            double tiedEvents = 0;
            double tiedQuiets = 0;
            double level = sample.probability()[falling[at]];
            for (; at < falling.length && sample.probability()[falling[at]] == level; at++) {
                int row = falling[at];
                tiedEvents += weight[row] * sample.event()[row];
                tiedQuiets += weight[row] * (1 - sample.event()[row]);
            }
            area += tiedQuiets * (events + tiedEvents / 2);
            events += tiedEvents;
            quiets += tiedQuiets;
        }
        return events * quiets == 0 ? 0.5 : area / (events * quiets);
    }
}
