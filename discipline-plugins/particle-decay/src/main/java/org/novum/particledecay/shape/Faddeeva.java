package org.novum.particledecay.shape;

/**
 * Faddeeva function w(z) = exp(-z^2) erfc(-iz) in the upper half plane by Weideman's rational series.
 *
 * <p>J. A. C. Weideman, <i>Computation of the complex error function</i>, SIAM J. Numer. Anal. 31 (1994) 1497, with
 * 40 terms: absolute error below 2e-13 for Im z &gt;= 0. Only additions, multiplications and divisions are used, without
 * branches, so that the result has the same bits everywhere.
 */
final class Faddeeva {
    private static final int TERMS = 40;
    private static final double SCALE = StrictMath.sqrt(TERMS / StrictMath.sqrt(2));
    private static final double INVERSE_ROOT_PI = 0.5641895835477563;
    private static final double[] COEFFICIENTS = coefficients();

    private Faddeeva() {}

    /** Fourier coefficients of (L^2 + t^2) exp(-t^2) on t = L tan(theta/2), by a plain discrete transform. */
    private static double[] coefficients() {
        int half = 2 * TERMS;
        double[] result = new double[TERMS];
        for (int n = 1; n <= TERMS; n++) {
            double sum = SCALE * SCALE;
            for (int k = 1; k < half; k++) {
                double theta = k * StrictMath.PI / half;
                double t = SCALE * StrictMath.tan(0.5 * theta);
                double f = StrictMath.exp(-t * t) * (SCALE * SCALE + t * t);
                sum += 2 * f * StrictMath.cos(n * theta);
            }
            result[n - 1] = sum / (2 * half);
        }
        return result;
    }

    /**
     * Evaluates w(x + iy) for many x and one y &gt;= 0.
     *
     * @param x real parts
     * @param y common imaginary part
     * @param count how many
     * @param plane receives the results
     */
    static void evaluate(double[] x, double y, int count, Plane plane) {
        double sum = SCALE + y;
        double difference = SCALE - y;
        for (int i = 0; i < count; i++) {
            // 1 / (L - iz) with L - iz = (L + y) - ix, and Z = (L + iz) / (L - iz) with L + iz = (L - y) + ix
            double norm = 1 / (sum * sum + x[i] * x[i]);
            double inverseReal = sum * norm;
            double inverseImaginary = x[i] * norm;
            plane.inverseReal[i] = inverseReal;
            plane.inverseImaginary[i] = inverseImaginary;
            plane.ratioReal[i] = difference * inverseReal - x[i] * inverseImaginary;
            plane.ratioImaginary[i] = difference * inverseImaginary + x[i] * inverseReal;
        }
        polynomial(count, plane);
        combine(count, plane);
    }

    /** Horner's scheme term by term over all arguments, which a compiler can turn into vector instructions. */
    private static void polynomial(int count, Plane plane) {
        double[] real = plane.real;
        double[] imaginary = plane.imaginary;
        double[] ratioReal = plane.ratioReal;
        double[] ratioImaginary = plane.ratioImaginary;
        for (int i = 0; i < count; i++) {
            real[i] = COEFFICIENTS[TERMS - 1];
            imaginary[i] = 0;
        }
        for (int n = TERMS - 2; n >= 0; n--) {
            double coefficient = COEFFICIENTS[n];
            for (int i = 0; i < count; i++) {
                double a = real[i];
                double b = imaginary[i];
                real[i] = coefficient + (a * ratioReal[i] - b * ratioImaginary[i]);
                imaginary[i] = a * ratioImaginary[i] + b * ratioReal[i];
            }
        }
    }

    private static void combine(int count, Plane plane) {
        double[] real = plane.real;
        double[] imaginary = plane.imaginary;
        for (int i = 0; i < count; i++) {
            double a = plane.inverseReal[i];
            double b = plane.inverseImaginary[i];
            double squareReal = a * a - b * b;
            double squareImaginary = 2 * a * b;
            double first = real[i];
            double second = imaginary[i];
            real[i] = 2 * (first * squareReal - second * squareImaginary) + INVERSE_ROOT_PI * a;
            imaginary[i] = 2 * (first * squareImaginary + second * squareReal) + INVERSE_ROOT_PI * b;
        }
    }

    /**
     * Result and work arrays.
     *
     * @param real real part of the result
     * @param imaginary imaginary part of the result
     * @param inverseReal work space
     * @param inverseImaginary work space
     * @param ratioReal work space
     * @param ratioImaginary work space
     */
    record Plane(
            double[] real,
            double[] imaginary,
            double[] inverseReal,
            double[] inverseImaginary,
            double[] ratioReal,
            double[] ratioImaginary) {
        /** Arrays of a block: the result's real part takes the place of the values. */
        static Plane of(DensityBlock block) {
            return new Plane(
                    block.values(), block.scratch(1), block.scratch(2), block.scratch(3), block.scratch(4), block.scratch(5));
        }
    }
}
