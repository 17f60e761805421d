package org.novum.spectra.numeric;

/** Sums of products in four interleaved partial sums, added as (s0 + s1) + (s2 + s3): the same bits in both forms. */
public abstract class Products {
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
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int i = 0;
            for (; i + 4 <= count; i += 4) {
                s0 += left[i] * right[i];
                s1 += left[i + 1] * right[i + 1];
                s2 += left[i + 2] * right[i + 2];
                s3 += left[i + 3] * right[i + 3];
            }
            double sum = (s0 + s1) + (s2 + s3);
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
