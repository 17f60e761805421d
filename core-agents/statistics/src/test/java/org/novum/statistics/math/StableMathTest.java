package org.novum.statistics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class StableMathTest {
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "exp", StableMath::exp, "log", StableMath::log, "erf", StableMath::erf, "erfc", StableMath::erfc);
    private static final Map<String, Double> PROMISED_ULPS = Map.of("exp", 1.0, "log", 1.0, "erf", 1.0, "erfc", 3.0);

    @Test
    void agreesWithSixtyDigitReferencesWithinThePromisedUlps() throws IOException {
        Map<String, Double> worst = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("reference.csv")), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] fields = line.split(",");
                double expected = Double.parseDouble(fields[2]);
                double actual =
                        Objects.requireNonNull(FUNCTIONS.get(fields[0])).applyAsDouble(Double.parseDouble(fields[1]));
                worst.merge(fields[0], Math.abs(actual - expected) / Math.ulp(expected), Math::max);
            });
        }
        assertThat(worst.keySet()).isEqualTo(FUNCTIONS.keySet());
        PROMISED_ULPS.forEach((name, ulps) -> assertThat(worst.get(name)).as(name).isLessThanOrEqualTo(ulps));
    }

    @Test
    void staysWithinTwoUlpsOfStrictMathOnMillionsOfArguments() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 2_000_000; i++) {
            double x = random.nextDouble(-745, 710);
            assertClose(StableMath.exp(x), StrictMath.exp(x), x);
            double positive = Double.longBitsToDouble(random.nextLong(1, 0x7ff0_0000_0000_0000L));
            assertClose(StableMath.log(positive), StrictMath.log(positive), positive);
        }
    }

    private static void assertClose(double actual, double expected, double argument) {
        if (actual != expected && !(Math.abs(actual - expected) <= 2 * Math.ulp(expected))) {
            throw new AssertionError("at " + argument + ": " + actual + " instead of " + expected);
        }
    }

    @Test
    void treatsSpecialArgumentsAsIeeeDoes() {
        assertThat(StableMath.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StableMath.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(StableMath.exp(Double.NaN)).isNaN();
        assertThat(StableMath.exp(0.0)).isEqualTo(1.0);
        assertThat(StableMath.exp(-0.0)).isEqualTo(1.0);
        assertThat(StableMath.exp(-745.1)).isEqualTo(Double.MIN_VALUE);
        assertThat(StableMath.exp(-745.2)).isZero();
        assertThat(StableMath.exp(709.78)).isFinite();
        assertThat(StableMath.exp(709.79)).isInfinite();
        assertThat(StableMath.log(0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StableMath.log(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StableMath.log(-1)).isNaN();
        assertThat(StableMath.log(Double.NaN)).isNaN();
        assertThat(StableMath.log(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(StableMath.log(1)).isZero();
        assertThat(StableMath.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
        assertThat(StableMath.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(StableMath.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(StableMath.erf(Double.NaN)).isNaN();
        assertThat(StableMath.erfc(Double.NEGATIVE_INFINITY)).isEqualTo(2);
        assertThat(StableMath.erfc(Double.NaN)).isNaN();
    }

    @Test
    void sumsKeepWhatPlainAdditionLoses() {
        double[] values = new double[100_000];
        java.util.Arrays.fill(values, 1e-16);
        values[0] = 1;
        // Plain addition in one variable gives exactly 1; only the first chunk's 255 terms may be lost here.
        assertThat(StableMath.sum(values, 0, values.length)).isCloseTo(1 + 99_999e-16, offset(255e-16));
        assertThat(StableMath.sum(new double[] {Double.POSITIVE_INFINITY, 1}, 0, 2)).isInfinite();
    }
}
