package org.novum.report.figure;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * A mark on an axis.
 *
 * @param value where it stands
 * @param label what is written there
 */
record Tick(double value, String label) {
    private static final double LARGEST_PLAIN = 1e6;
    private static final double SMALLEST_PLAIN = 1e-4;

    /** Plain digits, or a power of ten where all values of the axis are very large or very small. */
    static String label(BigDecimal value, double largest) {
        if (value.signum() == 0) {
            return "0";
        }
        if (largest < LARGEST_PLAIN && largest >= SMALLEST_PLAIN) {
            return value.setScale(Math.max(0, value.scale())).toPlainString().replace('-', '−');
        }
        BigDecimal stripped = value.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        String coefficient = stripped.scaleByPowerOfTen(-exponent).toPlainString().replace('-', '−');
        return coefficient.equals("1") ? power(exponent) : coefficient + "×" + power(exponent);
    }

    static String power(int exponent) {
        return switch (exponent) {
            case 0 -> "1";
            case 1 -> "10";
            default -> "10"
                    + Integer.toString(exponent)
                            .chars()
                            .mapToObj(c -> c == '-' ? "⁻" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')))
                            .collect(Collectors.joining());
        };
    }
}
