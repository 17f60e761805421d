package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log-linear background: expected counts are exp(offset + Σ θ_k column_k).
 *
 * @param name family and structures, for reports
 * @param columns the functions multiplied by free coefficients, {@code columns[k][bin]}
 * @param offset logarithm of each bin's width in GeV
 * @param penalty cost of the model in −2 ln L
 * @param forbidden bins where its structures forbid a signal, each {first, last}
 */
record Design(String name, double[][] columns, double[] offset, double penalty, List<int[]> forbidden) {
    int size() {
        return columns.length;
    }

    int bins() {
        return offset.length;
    }

    /** The same with one further structure. */
    Design with(Structure structure) {
        double[][] extended = new double[columns.length + 1][];
        System.arraycopy(columns, 0, extended, 0, columns.length);
        extended[columns.length] = structure.column();
        List<int[]> closed = new ArrayList<>(forbidden);
        if (structure.forbidden().length == 2) {
            closed.add(structure.forbidden());
        }
        return new Design(
                name + " + " + structure.name(), extended, offset, penalty + structure.penalty(), List.copyOf(closed));
    }

    /**
     * A localised structure of the background.
     *
     * @param name what and where, for reports
     * @param column its shape in the logarithm of the density
     * @param penalty its cost in −2 ln L
     * @param forbidden bins where no signal is sought while this structure is present: {first, last}, or empty
     * @param companion a second degree of freedom that may come with it at its own penalty
     * @param place where it sits on the lattice of structures
     */
    record Structure(
            String name,
            double[] column,
            double penalty,
            int[] forbidden,
            @Nullable Structure companion,
            Structures.Place place) {}
}
