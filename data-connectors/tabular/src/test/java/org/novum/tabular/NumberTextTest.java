package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.tabular.NumberText.Shape;

class NumberTextTest {
    private static final long SEED = 20261122;

    private static byte[] padded(String text) {
        // What precedes a field are other fields: digits and signs must not leak in.
        return ("9.9-9,7+9.9-9.9," + text + ",99999999").getBytes(StandardCharsets.UTF_8);
    }

    private static int end(String text) {
        return NumberText.PADDING + text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static double decimal(String text) {
        return NumberText.decimal(padded(text), NumberText.PADDING, end(text));
    }

    private static Shape shape(String text) {
        return NumberText.shape(padded(text), NumberText.PADDING, end(text));
    }

    private static void assertSameBits(String text) {
        assertThat(Double.doubleToRawLongBits(decimal(text)))
                .as("%s is %s", text, Double.parseDouble(text))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        assertThat(shape(text)).as(text).isIn(Shape.INTEGER, Shape.FRACTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "-0", "-0.0", "1", "+1", "+1.5", "7.", ".7", "-.7", "0.1", "12345678", "123456789", "-12345678",
                "1234567.8", "12345678.9", "0.12345678", "1234567890123456", "-123456789012345", "9007199254740993",
                "9007199254740992.5", "9007199254740993.0", "179769313486231570000000000000000000000", "1e5", "1E-5",
                "-2.5e+3", "1e22", "1e23", "8.5e22", "9e-23", "4.9e-324", "2.4703282292062327e-324",
                "2.4703282292062328e-324", "2.2250738585072011e-308", "2.2250738585072014e-308", "1.7976931348623157e308",
                "1e-400", "0e999", "0.000000000000000000000000000000000000001", "100000000000000000000000000000",
                "6929495644600919.5", "3.518437208883201171875e13", "9355950000000000000.00000000000000000000000000000000001",
                "1.00000000000000011102230246251565404236316680908203125", "10000000000000000000000000000000000000001"
            })
    void readsWhatJavaReads(String text) {
        assertSameBits(text);
    }

    @Test
    void readsRandomNumbersOfEveryWrittenFormBitForBit() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 300_000; i++) {
            double uniform = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(40));
            double anyBits = Double.longBitsToDouble(random.nextLong());
            assertSameBits(Double.toString(uniform));
            assertSameBits(BigDecimal.valueOf(uniform)
                    .setScale(random.nextInt(9), RoundingMode.HALF_EVEN)
                    .toPlainString());
            assertSameBits(Long.toString(random.nextLong() >> random.nextInt(63)));
            if (Double.isFinite(anyBits)) {
                assertSameBits(Double.toString(anyBits));
            }
        }
    }

    @Test
    void roundsWhatLiesNearTheMiddleOfTwoDoubles() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 30_000; i++) {
            double value = Math.scalb(1 + random.nextDouble(), random.nextInt(120) - 60);
            BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.nextUp(value))).divide(BigDecimal.TWO);
            assertSameBits(middle.toString());
            assertSameBits(middle.round(new java.math.MathContext(19)).toString());
            assertSameBits(middle.round(new java.math.MathContext(17)).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", "+", ".", "-.", "+-1", "--1", "1-", "1.2.3", "1..2", "12a", "0x10", "1d", "1f", "1e", "1e+",
                "1e1.5", "G", "nan", "NaN", "Infinity", "-inf", "1,5", "1 2", "1e999", "-1e999", "１２"
            })
    void refusesWhatIsNoFiniteNumber(String text) {
        assertThat(decimal(text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "1, INTEGER", "-12, INTEGER", "+3, INTEGER", "007, INTEGER", "12345678901234567890, INTEGER", "1.0, FRACTION",
        "-.5, FRACTION", "1e3, FRACTION", "' 4 ', INTEGER", "'\"4.5\"', FRACTION", "'', BLANK", "'  ', BLANK",
        "'\"\"', BLANK", "nan, NOT_FINITE", "NaN, NOT_FINITE", "-Infinity, NOT_FINITE", "N/A, NOT_FINITE",
        "null, NOT_FINITE", "'3,14', DECIMAL_COMMA", "'-0,5e3', DECIMAL_COMMA", "'1,2,3', TEXT", "G, TEXT", "GT, TEXT",
        "12A4, TEXT", "2011-05-03, TEXT", "-, TEXT", "., TEXT", "x1, TEXT", "No, TEXT", "1-2, TEXT", "1.2-3, TEXT",
        "12345678-, TEXT", "1.345678.1, TEXT", "1234567.8.1, TEXT"
    })
    void tellsShapes(String text, Shape expected) {
        assertThat(shape(text)).isEqualTo(expected);
    }

    @Test
    void readsIntegersExactlyUpToSixtyFourBits() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextLong() >> random.nextInt(64);
            String text = i % 2 == 0 ? Long.toString(value) : String.format(Locale.ROOT, "%+d", value);
            assertThat(NumberText.integer(padded(text), NumberText.PADDING, end(text)))
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1.0", "G", "", "-", "12345678a"})
    void refusesWhatIsNoLong(String text) {
        byte[] bytes = padded(text);
        assertThat(NumberText.integer(bytes, NumberText.PADDING, end(text))).isEqualTo(Long.MIN_VALUE);
        assertThat(GeneralNumber.isMinimum(bytes, NumberText.PADDING, end(text))).isFalse();
    }

    @Test
    void knowsTheSmallestLong() {
        String text = "-9223372036854775808";
        assertThat(NumberText.integer(padded(text), NumberText.PADDING, end(text))).isEqualTo(Long.MIN_VALUE);
        assertThat(GeneralNumber.isMinimum(padded(text), NumberText.PADDING, end(text))).isTrue();
    }
}
