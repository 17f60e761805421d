package org.novum.solarflare.disk;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.solarflare.input.FlareClass;
import org.novum.statistics.math.StableMath;

/**
 * The reference forecasts of the whole disk: climatology, and McIntosh–Poisson.
 *
 * <p>McIntosh–Poisson (Gallagher, Moon and Wang, Solar Phys. 209 (2002) 171; Bloomfield et al., ApJ Lett. 747 (2012)
 * L41): the flare rates of the groups' McIntosh classes add up, p = 1 - exp(-sum). Flares of no identified region are
 * shared out by one factor.
 *
 * @param climatology share of training days with a flare, per class of the model
 * @param rates per McIntosh class, flares of a group and day, per class of the model; drawn to the mean rate by one group day
 * @param unplaced all flares over those of identified regions, per class of the model
 */
public record ClassRates(double[] climatology, Map<String, double[]> rates, double[] unplaced) {
    /** Copies the map. */
    public ClassRates {
        rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
    }

    /** From the days before a cut. */
    static ClassRates of(DiskData data, List<FlareClass> leasts, long cut) {
        int classes = leasts.size();
        double[] climatology = new double[classes];
        double[] unplaced = new double[classes];
        TreeMap<String, double[]> rates = new TreeMap<>();
        TreeMap<String, Integer> groupDays = new TreeMap<>();
        for (int c = 0; c < classes; c++) {
            FlareClass least = leasts.get(c);
            double[] counts = data.groupCounts(least, 0);
            double placed = 0;
            int all = 0;
            for (int row = 0; row < counts.length; row++) {
                if (data.groups().day()[row] < cut) {
                    String group = data.groups().mcIntosh()[row];
                    rates.computeIfAbsent(group, any -> new double[classes])[c] += counts[row];
                    groupDays.merge(group, c == 0 ? 1 : 0, Integer::sum);
                    placed += counts[row];
                    all++;
                }
            }
            double mean = placed / Math.max(1, all);
            int which = c;
            rates.forEach((group, rate) -> rate[which] = (rate[which] + mean) / (groupDays.get(group) + 1));
            unplaced[c] = placed == 0 ? 1 : data.flaresBefore(least, cut) / placed;
            climatology[c] = data.shareOfDays(least, cut);
        }
        return new ClassRates(climatology, rates, unplaced);
    }

    /** McIntosh–Poisson probabilities of each issue day; a McIntosh class that was never seen counts as the rarest rate known. */
    public double[] poisson(DiskData data, int c) {
        double least = rates.values().stream().mapToDouble(rate -> rate[c]).min().orElse(0);
        double[] rate = new double[data.groups().size()];
        for (int row = 0; row < rate.length; row++) {
            double[] known = rates.get(data.groups().mcIntosh()[row]);
            rate[row] = unplaced[c] * (known == null ? least : known[c]);
        }
        double[] sums = data.sums(rate);
        for (int day = 0; day < sums.length; day++) {
            sums[day] = 1 - StableMath.exp(-sums[day]);
        }
        return sums;
    }
}
