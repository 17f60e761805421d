package org.novum.solarflare.region;

import java.util.Arrays;
import org.novum.solarflare.input.Order;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.learn.Design;
import org.novum.statistics.math.StableMath;

/**
 * What is known of each patch at its issue time, from rows of that time or earlier alone.
 *
 * @param logFlux log10 of the total unsigned flux, Mx
 * @param logArea log10 of the area, millionths of a hemisphere
 * @param rValue log10 of the flux near inversion lines, Mx
 * @param gradient mean gradient, G/Mm
 * @param logIndex log10(1 + flare index of the 24 h before)
 * @param rValueDay mean of the patch's R value over 24 h
 * @param logFluxDay mean of the patch's log flux over 24 h
 * @param logMonth log10(1 + mean flare index of all patches over 27 days)
 * @param logWeek log10(1 + mean flare index of all patches over 5 days)
 * @param logEarlier log10(1 + flare indices of the days 1 to 4 before, fading)
 * @param logGreatest log10(1 + greatest flare index of the patch so far)
 * @param hmi true for rows of HMI
 */
record PatchFeatures(
        double[] logFlux,
        double[] logArea,
        double[] rValue,
        double[] gradient,
        double[] logIndex,
        double[] rValueDay,
        double[] logFluxDay,
        double[] logMonth,
        double[] logWeek,
        double[] logEarlier,
        double[] logGreatest,
        boolean[] hmi) {
    private static final double LOG10_E = 0.4342944819032518;

    /**
     * A day with an X flare reaches 100 and more; the published tables leave out quiet rows after X flares, so that
     * beyond this a model would learn the selection.
     */
    private static final double GREATEST_INDEX = 150;

    private static final int DAYS_AGO = 4;
    private static final double FADING = 0.6;
    private static final long NEAR = 6 * UtcTime.HOUR;

    static PatchFeatures of(PatchRows rows) {
        int size = rows.size();
        double[] logFlux = logs(rows.flux(), 1e19);
        double[] rValue = rows.rValue();
        boolean[] hmi = new boolean[size];
        for (int row = 0; row < size; row++) {
            hmi[row] = rows.hmi(row);
        }
        int[] byPatch = Order.of(rows.patch(), rows.time());
        int[] byTime = Order.of(rows.time(), rows.patch());
        double[] capped = Arrays.stream(rows.flareIndex()).map(value -> Math.min(value, GREATEST_INDEX)).toArray();
        return new PatchFeatures(
                logFlux,
                logs(rows.area(), 1),
                rValue,
                rows.gradient(),
                logsOfOnePlus(capped),
                patchMeans(rows, byPatch, rValue),
                patchMeans(rows, byPatch, logFlux),
                logsOfOnePlus(diskMeans(rows, byTime, 27)),
                logsOfOnePlus(diskMeans(rows, byTime, 5)),
                logsOfOnePlus(earlier(rows, byPatch, capped)),
                logsOfOnePlus(greatest(rows, byPatch, capped)),
                hmi);
    }

    /** Mean of a patch's values over the 24 h up to and including each row. */
    private static double[] patchMeans(PatchRows rows, int[] order, double[] values) {
        double[] means = new double[order.length];
        int first = 0;
        double sum = 0;
        for (int at = 0; at < order.length; at++) {
            int row = order[at];
            if (at == 0 || rows.patch()[row] != rows.patch()[order[at - 1]]) {
                first = at;
                sum = 0;
            }
            sum += values[row];
            while (rows.time()[order[first]] <= rows.time()[row] - UtcTime.DAY) {
                sum -= values[order[first]];
                first++;
            }
            means[row] = sum / (at - first + 1);
        }
        return means;
    }

    /** Flare indices 1 to 4 days ago, of the patch's newest row then if it was not older than six hours, fading by 0.6 a day. */
    private static double[] earlier(PatchRows rows, int[] order, double[] index) {
        double[] sums = new double[order.length];
        for (int at = 0; at < order.length; at++) {
            int row = order[at];
            double weight = 1;
            int other = at;
            for (int days = 1; days <= DAYS_AGO; days++) {
                weight *= FADING;
                long then = rows.time()[row] - days * UtcTime.DAY;
                while (other >= 0 && rows.patch()[order[other]] == rows.patch()[row] && rows.time()[order[other]] > then) {
                    other--;
                }
                if (other < 0 || rows.patch()[order[other]] != rows.patch()[row]) {
                    break;
                }
                if (then - rows.time()[order[other]] < NEAR) {
                    sums[row] += weight * index[order[other]];
                }
            }
        }
        return sums;
    }

    /** Greatest index of the patch up to and including each row. */
    private static double[] greatest(PatchRows rows, int[] order, double[] index) {
        double[] greatest = new double[order.length];
        for (int at = 0; at < order.length; at++) {
            int row = order[at];
            boolean first = at == 0 || rows.patch()[order[at - 1]] != rows.patch()[row];
            greatest[row] = first ? index[row] : Math.max(index[row], greatest[order[at - 1]]);
        }
        return greatest;
    }

    /** Mean flare index of all rows of the days up to and including the time of each row. */
    private static double[] diskMeans(PatchRows rows, int[] order, int days) {
        double[] means = new double[order.length];
        int first = 0;
        int next = 0;
        double sum = 0;
        while (next < order.length) {
            int start = next;
            long now = rows.time()[order[start]];
            for (; next < order.length && rows.time()[order[next]] == now; next++) {
                sum += rows.flareIndex()[order[next]];
            }
            while (rows.time()[order[first]] < now - days * UtcTime.DAY) {
                sum -= rows.flareIndex()[order[first]];
                first++;
            }
            for (int at = start; at < next; at++) {
                means[order[at]] = Math.max(0, sum) / (next - first);
            }
        }
        return means;
    }

    private static double[] logs(double[] values, double least) {
        double[] logs = Arrays.stream(values).map(value -> Math.max(value, least)).toArray();
        StableMath.log(logs, 0, logs, 0, logs.length);
        return scaled(logs);
    }

    private static double[] logsOfOnePlus(double[] values) {
        double[] logs = Arrays.stream(values).map(value -> 1 + value).toArray();
        StableMath.log(logs, 0, logs, 0, logs.length);
        return scaled(logs);
    }

    private static double[] scaled(double[] natural) {
        for (int i = 0; i < natural.length; i++) {
            natural[i] *= LOG10_E;
        }
        return natural;
    }

    int size() {
        return hmi.length;
    }

    /** The features of these rows. */
    PatchFeatures rows(int[] chosen) {
        boolean[] isHmi = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            isHmi[i] = hmi[chosen[i]];
        }
        return new PatchFeatures(
                Design.pick(logFlux, chosen),
                Design.pick(logArea, chosen),
                Design.pick(rValue, chosen),
                Design.pick(gradient, chosen),
                Design.pick(logIndex, chosen),
                Design.pick(rValueDay, chosen),
                Design.pick(logFluxDay, chosen),
                Design.pick(logMonth, chosen),
                Design.pick(logWeek, chosen),
                Design.pick(logEarlier, chosen),
                Design.pick(logGreatest, chosen),
                isHmi);
    }
}
