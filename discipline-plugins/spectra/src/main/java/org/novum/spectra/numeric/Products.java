package org.novum.spectra.numeric;

/**
 * Sums of products in sixteen interleaved partial sums, added in a fixed order: the same bits in both forms, and enough
 * sums under way at once that none waits for another.
 */
public abstract class Products {
    /** Partial sums. */
    static final int SUMS = 16;

    /** Four lanes where the incubator module is present, plain loops otherwise. */
    private static final Products SELECTED = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                    && !"scalar".equals(System.getProperty("org.novum.statistics.math.form"))
            ? VectorHolder.create()
            : new Scalar();

    /** The sum of the products of the first {@code count} elements. */
    public static double dot(double[] left, double[] right, int count) {
        return SELECTED.sum(left, right, count);
    }

    abstract double sum(double[] left, double[] right, int count);

    /** {@link #dot} of one array with the first {@code number} of others, two at a time, which takes less than one by one. */
    static void dots(double[] left, double[][] rights, int number, double[] into) {
        int k = 0;
        for (; k + 2 <= number; k += 2) {
            SELECTED.pair(left, rights, k, into);
        }
        if (k < number) {
            into[k] = SELECTED.sum(left, rights[k], left.length);
        }
    }

    /** The sums of the products with the arrays at a place and after it. */
    abstract void pair(double[] left, double[][] rights, int at, double[] into);

    /** Values from a place on. */
    record Stretch(double[] values, int from) {}

    /**
     * Sums of the products of four weights with four neighbours: element i of the target becomes that of the elements from
     * {@code i} on in the stretch.
     */
    static void neighbours(double[] weights, Stretch values, Stretch target, int count) {
        SELECTED.ofNeighbours(weights, values, target, count);
    }

    abstract void ofNeighbours(double[] weights, Stretch values, Stretch target, int count);

    /** The sum for the first element of the values. */
    static double ofNeighbours(double[] weights, double[] values, int from) {
        return weights[0] * values[from]
                + weights[1] * values[from + 1]
                + weights[2] * values[from + 2]
                + weights[3] * values[from + 3];
    }

    /** Plain loops. */
    static final class Scalar extends Products {
        @Override
        double sum(double[] left, double[] right, int count) {
            double[] sums = new double[SUMS];
            int i = 0;
            for (; i + SUMS <= count; i += SUMS) {
                for (int lane = 0; lane < SUMS; lane++) {
                    sums[lane] += left[i + lane] * right[i + lane];
                }
            }
            for (int lane = 0; lane < SUMS / 2; lane++) {
                sums[lane] += sums[lane + SUMS / 2];
            }
            for (int lane = 0; lane < SUMS / 4; lane++) {
                sums[lane] += sums[lane + SUMS / 4];
            }
            double sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
            for (; i < count; i++) {
                sum += left[i] * right[i];
            }
            return sum;
        }

        @Override
        void pair(double[] left, double[][] rights, int at, double[] into) {
            into[at] = sum(left, rights[at], left.length);
            into[at + 1] = sum(left, rights[at + 1], left.length);
        }

        @Override
        void ofNeighbours(double[] weights, Stretch values, Stretch target, int count) {
            for (int i = 0; i < count; i++) {
                target.values()[target.from() + i] = ofNeighbours(weights, values.values(), values.from() + i);
            }
        }
    }

    /** Linked on first use only, so that a machine without the module never sees its types. */
    private static final class VectorHolder {
        static Products create() {
            return new VectorProducts();
        }
    }
}
