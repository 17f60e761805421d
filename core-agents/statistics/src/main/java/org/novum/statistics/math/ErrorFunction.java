package org.novum.statistics.math;

/**
 * Error function from polynomials fitted to 60-digit values at Chebyshev nodes.
 *
 * <p>Up to |x| = 1, erf(x) = x + x A(x^2) (error 1.3e-17). Above, erfc(x) = exp(-x^2) B(t) / (x + 1/2) with
 * t = (x - 4)/(x + 4) (error 3e-17); x^2 is split by a fused multiply-add so that the exponential keeps its accuracy.
 */
final class ErrorFunction {
    private static final double VANISHES = 27.3;

    private static final double[] CENTRAL = {
        0.1283791670955126, -0.37612638903183754, 0.1128379167095512, -0.02686617064512984, 0.0052239776254232985,
        -0.000854832702193483, 0.00012055332902888736, -1.4925647567519332e-05, 1.6462045441468418e-06,
        -1.6364642158167616e-07, 1.4792401209404813e-08, -1.216456005728345e-09, 8.709045129053106e-11,
        -4.230945824295338e-12
    };

    private static final double[] TAIL = {
        0.6164975593127763, -0.06981055842028125, 0.00768982605131019, 0.03404852712734561, -0.05051953301817931,
        0.046866417499184874, -0.03316518290521589, 0.018583757768821117, -0.008098867043963473,
        0.0025159849873556124, -0.00037888649622713267, -9.962835364510043e-05, 7.530994035973213e-05,
        -1.2199373442809407e-05, -5.607619580000193e-06, 2.853173704981793e-06, 1.3914451762398041e-07,
        -4.0694097060411543e-07, 4.693294565570872e-08, 4.5189204084052245e-08, -1.340859026186022e-08
    };

    private ErrorFunction() {}

    static double erf(double x) {
        double magnitude = Math.abs(x);
        if (magnitude <= 1) {
            return Math.fma(x, polynomial(CENTRAL, x * x), x);
        }
        double result = 1 - tail(magnitude);
        return x < 0 ? -result : result;
    }

    static double erfc(double x) {
        if (Math.abs(x) <= 1) {
            double rest = x * polynomial(CENTRAL, x * x);
            return x > 0.25 ? 0.5 - (rest + (x - 0.5)) : 1 - (x + rest);
        }
        return x < 0 ? 2 - tail(-x) : tail(x);
    }

    /** erfc for arguments above 1; NaN passes through. */
    private static double tail(double x) {
        if (x > VANISHES) {
            return 0;
        }
        double square = x * x;
        double remainder = Math.fma(x, x, -square);
        double scaled = polynomial(TAIL, (x - 4) / (x + 4)) / (x + 0.5);
        return ExpKernel.exp(-square) * Math.fma(scaled, -remainder, scaled);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            value = Math.fma(value, x, coefficients[i]);
        }
        return value;
    }
}
