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
    }

    /** Linked on first use only, so that a machine without the module never sees its types. */
    private static final class VectorHolder {
        static Products create() {
            return new VectorProducts();
        }
    }
}
