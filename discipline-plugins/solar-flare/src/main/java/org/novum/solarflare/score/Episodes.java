package org.novum.solarflare.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.novum.statistics.calibration.Proportion;

/**
 * Flares among overlapping samples: a flare makes all samples of the day before it events, and is caught when one of
 * them had an alarm.
 *
 * @param number of stretches of events of one group, without a quiet sample between
 * @param caught how many of them had an alarm
 */
public record Episodes(int number, int caught) {
    /**
     * Counts them.
     *
     * @param sample whose groups are regions
     * @param time of each row, any unit
     */
    public static Episodes of(Sample sample, double[] time) {
        int[] order = IntStream.range(0, sample.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer row) -> sample.group()[row])
                        .thenComparingDouble(row -> time[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int number = 0;
        int caught = 0;
        boolean inside = false;
        boolean alarmed = false;
        long group = 0;
        for (int row : order) {
            boolean event = sample.event()[row] > 0;
            if (inside && (!event || sample.group()[row] != group)) {
                caught += alarmed ? 1 : 0;
                inside = false;
            }
            if (event && !inside) {
                number++;
                inside = true;
                alarmed = false;
                group = sample.group()[row];
            }
            alarmed |= event && sample.alarm()[row] > 0;
        }
        return new Episodes(number, caught + (inside && alarmed ? 1 : 0));
    }

    /** Each event row on its own: days of the whole disk do not overlap. */
    public static Episodes ofRows(Sample sample) {
        int number = 0;
        int caught = 0;
        for (int row = 0; row < sample.size(); row++) {
            number += sample.event()[row] > 0 ? 1 : 0;
            caught += sample.event()[row] > 0 && sample.alarm()[row] > 0 ? 1 : 0;
        }
        return new Episodes(number, caught);
    }

    /** States the numbers, and what they bear out. */
    public void describe(ObjectNode node) {
        node.put("number", number);
        node.put("caught", caught);
        if (number > 0) {
            node.put("lowerBound95", lowerBound(0.95));
        }
    }

    /** Exact one-sided lower bound of the probability that a flare is caught (Clopper and Pearson 1934). */
    public double lowerBound(double confidence) {
        return new Proportion(caught, number).lowerBound(confidence);
    }
}
