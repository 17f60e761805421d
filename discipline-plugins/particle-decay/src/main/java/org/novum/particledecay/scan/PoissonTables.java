package org.novum.particledecay.scan;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws independent Poisson counts of fixed means by inverting tabulated distribution functions. */
final class PoissonTables {
    private final int[] first;
    private final double[][] cumulative;

    PoissonTables(double[] means) {
        first = new int[means.length];
        cumulative = new double[means.length][];
        for (int bin = 0; bin < means.length; bin++) {
            tabulate(bin, means[bin]);
        }
    }

    /** One pseudo-experiment. */
    double[] draw(SplittableRandom random) {
        double[] counts = new double[first.length];
        for (int bin = 0; bin < counts.length; bin++) {
            double[] table = cumulative[bin];
            int found = Arrays.binarySearch(table, random.nextDouble());
            int index = found >= 0 ? found + 1 : -found - 1;
            counts[bin] = first[bin] + Math.min(index, table.length - 1);
        }
        return counts;
    }

    private void tabulate(int bin, double mean) {
        double spread = 8 * Math.sqrt(mean) + 14;
        int low = (int) Math.max(0, Math.floor(mean - spread));
        int high = (int) Math.ceil(mean + spread);
        double[] table = new double[high - low + 1];
        int mode = (int) mean;
        double[] mass = new double[table.length];
        // Start at the mode with an arbitrary scale and normalise: no factorials, no underflow there.
        mass[mode - low] = 1;
        for (int n = mode + 1; n <= high; n++) {
            mass[n - low] = mass[n - low - 1] * mean / n;
        }
        for (int n = mode - 1; n >= low; n--) {
            mass[n - low] = mass[n - low + 1] * (n + 1) / mean;
        }
        double total = 0;
        for (double value : mass) {
            total += value;
        }
        double running = 0;
        for (int i = 0; i < table.length; i++) {
            running += mass[i];
            table[i] = running / total;
        }
        first[bin] = low;
        cumulative[bin] = table;
    }

}
