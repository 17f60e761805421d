package org.novum.solarflare.score;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.novum.solarflare.learn.LearnException;

/**
 * Forecasts with what happened.
 *
 * @param probability forecast, in [0, 1]
 * @param event 1 where the event happened, else 0
 * @param alarm 1 where the forecaster raised an alarm, else 0
 * @param group what is drawn together by the bootstrap: an active region, a block of 14 days; any numbers
 */
public record Sample(double[] probability, double[] event, double[] alarm, long[] group) {
    /** Checks lengths and values. */
    public Sample {
        if (event.length != probability.length || alarm.length != event.length || group.length != event.length
                || event.length == 0) {
            throw new LearnException("a sample needs as many forecasts as events, and one at least");
        }
        for (double value : probability) {
            if (!(value >= 0 && value <= 1)) {
                throw new LearnException(value + " is no probability; forecasts lie between 0 and 1");
            }
        }
    }

    /** Number of forecasts. */
    public int size() {
        return event.length;
    }

    /** The same events and groups with other forecasts. */
    public Sample with(double[] otherProbability, double[] otherAlarm) {
        return new Sample(otherProbability, event, otherAlarm, group);
    }

    /** Groups numbered from 0 in rising order. */
    int[] groupNumbers() {
        long[] distinct = Arrays.stream(group).sorted().distinct().toArray();
        return Arrays.stream(group).mapToInt(label -> Arrays.binarySearch(distinct, label)).toArray();
    }

    /** Rows in falling order of probability; equal ones in row order. */
    int[] falling() {
        return IntStream.range(0, size())
                .boxed()
                .sorted((left, right) -> {
                    int order = Double.compare(probability[right], probability[left]);
                    return order != 0 ? order : Integer.compare(left, right);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
