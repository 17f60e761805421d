package org.novum.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.novum.api.data.Quantity;

/**
 * A measured value and its error in the digits that mean something.
 *
 * <p>The rule is that of the Particle Data Group (Review of Particle Physics, Introduction, section 5.3): if the three
 * highest digits of the error lie between 100 and 354, two of them are kept; between 355 and 949, one; between 950 and
 * 999, the error is rounded up to 1000 and two are kept. The value gets the same last decimal place.
 *
 * @param value rounded; of the coefficient where there is a power of ten
 * @param error rounded likewise; empty where the quantity is exact
 * @param exponent of the common power of ten, 0 for none
 */
record Rounded(String value, String error, int exponent) {
    /** Numbers whose highest digit stands outside these places are written with a power of ten. */
    private static final int LARGEST_PLAIN_EXPONENT = 6;

    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    /** Digits of a number that has no error. */
    private static final MathContext EXACT = new MathContext(10, RoundingMode.HALF_EVEN);

    static Rounded of(Quantity quantity) {
        BigDecimal value = BigDecimal.valueOf(quantity.value());
        if (quantity.error() == 0) {
            BigDecimal shortest = value.round(EXACT);
            int exponent = commonExponent(shortest);
            BigDecimal coefficient = shortest.scaleByPowerOfTen(-exponent).stripTrailingZeros();
            return new Rounded(coefficient.toPlainString(), "", exponent);
        }
        BigDecimal error = BigDecimal.valueOf(quantity.error());
        int place = lastPlace(error);
        BigDecimal roundedError = error.setScale(-place, RoundingMode.HALF_UP);
        BigDecimal roundedValue = value.setScale(-place, RoundingMode.HALF_EVEN);
        int exponent = commonExponent(roundedValue.abs().max(roundedError));
        return new Rounded(plain(roundedValue, exponent), plain(roundedError, exponent), exponent);
    }

    /** The power of ten of the error's last digit that is kept. */
    private static int lastPlace(BigDecimal error) {
        int highest = highestPlace(error);
        int leading = error.scaleByPowerOfTen(2 - highest)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        if (leading >= 950) {
            // Becomes 1000: one place higher with two digits kept, so the same place as the old highest digit.
            return highest;
        }
        return leading < 355 ? highest - 1 : highest;
    }

    private static int highestPlace(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static int commonExponent(BigDecimal number) {
        if (number.signum() == 0) {
            return 0;
        }
        int highest = highestPlace(number);
        return highest > LARGEST_PLAIN_EXPONENT || highest < SMALLEST_PLAIN_EXPONENT ? highest : 0;
    }

    private static String plain(BigDecimal number, int exponent) {
        BigDecimal coefficient = number.scaleByPowerOfTen(-exponent);
        return coefficient.setScale(Math.max(0, coefficient.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }
}
