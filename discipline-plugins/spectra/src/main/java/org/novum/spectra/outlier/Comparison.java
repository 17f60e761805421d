package org.novum.spectra.outlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.novum.statistics.math.StableMath;

/**
 * Compares spectra with those of like signal-to-noise ratio: templates explain bright objects less well, in units of their
 * errors, and what is common is not odd.
 */
public final class Comparison {
    /** Neighbours in signal-to-noise ratio that say what is usual. */
    private static final int NEIGHBOURS = 60;

    /** The least scatter of a logarithm that is believed. */
    private static final double LEAST_SCATTER = 0.1;

    private Comparison() {}

    /**
     * A spectrum to compare.
     *
     * @param signalToNoise median per pixel
     * @param sightings one per {@link Oddity}, in its order
     */
    public record Entry(double signalToNoise, List<Sighting> sightings) {
        /** Copies the list. */
        public Entry {
            sightings = List.copyOf(sightings);
        }
    }

    /**
     * How odd a spectrum is among the others.
     *
     * @param score robust standard deviations by which its oddest strength, as a logarithm, is beyond the usual
     * @param oddest the sighting that the score is of
     * @param pValue share of all spectra that are at least as odd: the conformal p-value of the score, if the spectra are
     *     exchangeable (Bates et al. 2023, Ann. Statist. 51, 149)
     */
    public record Standing(double score, Sighting oddest, double pValue) {}

    /** One standing per entry, in their order. */
    public static List<Standing> of(List<Entry> entries) {
        List<Integer> order = IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> entries.get(i).signalToNoise())
                        .thenComparing(i -> i))
                .toList();
        double[] score = new double[entries.size()];
        Sighting[] oddest = new Sighting[entries.size()];
        Arrays.fill(score, Double.NEGATIVE_INFINITY);
        for (Oddity oddity : Oddity.values()) {
            double[] logarithms = order.stream()
                    .mapToDouble(i -> logarithm(entries.get(i).sightings().get(oddity.ordinal())))
                    .toArray();
            for (int place = 0; place < logarithms.length; place++) {
                double beyond = beyond(logarithms, place);
                int entry = order.get(place);
                if (beyond > score[entry]) {
                    score[entry] = beyond;
                    oddest[entry] = entries.get(entry).sightings().get(oddity.ordinal());
                }
            }
        }
        double[] sorted = score.clone();
        Arrays.sort(sorted);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < score.length; i++) {
            int below = 0;
            while (below < sorted.length && sorted[below] < score[i]) {
                below++;
            }
            standings.add(new Standing(score[i], oddest[i], (double) (sorted.length - below) / sorted.length));
        }
        return standings;
    }

    private static double logarithm(Sighting sighting) {
        return StableMath.log(Math.max(sighting.strength(), 0.05));
    }

    /** A value's distance from the median of its neighbours, in their robust standard deviations. */
    private static double beyond(double[] values, int place) {
        int from = Math.max(0, Math.min(place - NEIGHBOURS / 2, values.length - NEIGHBOURS - 1));
        int to = Math.min(values.length, from + NEIGHBOURS + 1);
        double[] near = Arrays.copyOfRange(values, from, to);
        double middle = median(near);
        for (int i = 0; i < near.length; i++) {
            near[i] = Math.abs(near[i] - middle);
        }
        return (values[place] - middle) / Math.max(LEAST_SCATTER, 1.4826 * median(near));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
