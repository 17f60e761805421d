package org.novum.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Strength;

/** Numbers as people read them, once for pages and once for consoles. */
final class Numbers {
    /** What stands where there is no number. */
    static final String NONE = "–";

    /** No tail is known so far out that a smaller probability would say more. */
    private static final int SMALLEST = -300;

    private static final MathContext RATE = new MathContext(3, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /** A quantity such as {@code 3096.9 ± 1.2 MeV}. */
    static String quantity(Quantity quantity) {
        Rounded rounded = Rounded.of(quantity);
        String number = rounded.error().isEmpty() ? rounded.value() : rounded.value() + " ± " + rounded.error();
        if (rounded.exponent() != 0) {
            String coefficient = rounded.error().isEmpty() ? number : "(" + number + ")";
            number = coefficient + "×10" + superscript(rounded.exponent());
        }
        String unit = unit(quantity.unit());
        return (minus(number) + " " + unit).strip();
    }

    /** The symbol, or nothing for pure numbers. */
    static String unit(Unit unit) {
        return switch (unit.symbol()) {
            case "1", "count" -> "";
            case "percent" -> "%";
            case "Angstrom" -> "Å";
            case "um" -> "µm";
            default -> unit.symbol();
        };
    }

    /** A significance with two decimals, one from 10 on. */
    static String significance(@Nullable Double deviations) {
        if (deviations == null) {
            return NONE;
        }
        return minus(String.format(Locale.ROOT, Math.abs(deviations) < 9.995 ? "%.2f" : "%.1f", deviations));
    }

    /** A probability from its decimal logarithm, such as {@code 3.1×10⁻⁷}, down to {@code <10⁻³⁰⁰}. */
    static String probability(@Nullable Double log10) {
        if (log10 == null) {
            return NONE;
        }
        if (log10 > -3) {
            return trimmed(StrictMath.pow(10, log10));
        }
        if (log10 < SMALLEST) {
            return "<10" + superscript(SMALLEST);
        }
        Coefficient coefficient = Coefficient.of(log10);
        return coefficient.digits() + "×10" + superscript(coefficient.exponent());
    }

    /** The same for consoles: {@code 3.1e-07}. */
    static String plainProbability(@Nullable Double log10) {
        if (log10 == null) {
            return "-";
        }
        if (log10 > -3) {
            return trimmed(StrictMath.pow(10, log10));
        }
        if (log10 < SMALLEST) {
            return "<1e" + SMALLEST;
        }
        Coefficient coefficient = Coefficient.of(log10);
        return coefficient.digits() + "e-" + String.format(Locale.ROOT, "%02d", -coefficient.exponent());
    }

    /** A level or a share. */
    static String rate(double rate) {
        return rate > 0 ? decimal(rate, "×10", Numbers::superscript) : "0";
    }

    /** The same for consoles. */
    static String plainRate(double rate) {
        return rate > 0 ? decimal(rate, "e", exponent -> String.format(Locale.ROOT, "%03d", exponent)) : "0";
    }

    /** Strength of evidence: {@code p = …}, {@code e = …} or that there was no test. */
    static String strength(Strength strength) {
        return switch (strength) {
            case Strength.PValue p -> probability(p.log10());
            case Strength.EValue e -> "e = " + (e.log10() < 3 ? trimmed(StrictMath.pow(10, e.log10())) : power(e.log10()));
            case Strength.Untested _ -> "untested";
        };
    }

    /** A whole number with thin spaces between groups of three from five digits on. */
    static String count(long count) {
        String digits = Long.toString(Math.abs(count));
        if (digits.length() < 5) {
            return minus(Long.toString(count));
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int place = digits.length() - 3; place > 0; place -= 3) {
            grouped.insert(place, '\u202f');
        }
        return (count < 0 ? "−" : "") + grouped;
    }

    /** Three significant digits. */
    private static String decimal(double number, String times, IntFunction<String> power) {
        BigDecimal rounded = new BigDecimal(number).round(RATE).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= -4
                ? rounded.toPlainString()
                : rounded.scaleByPowerOfTen(-exponent).toPlainString() + times + power.apply(exponent);
    }

    private static String power(double log10) {
        Coefficient coefficient = Coefficient.of(log10);
        return coefficient.digits() + "×10" + superscript(coefficient.exponent());
    }

    /** Two significant digits without a power of ten, trailing zeros kept off whole numbers. */
    private static String trimmed(double number) {
        return new BigDecimal(number)
                .round(new MathContext(2, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String superscript(int exponent) {
        return Integer.toString(exponent)
                .chars()
                .mapToObj(digit -> digit == '-' ? "⁻" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }

    /** A number as two digits and a power of ten. */
    private record Coefficient(String digits, int exponent) {
        static Coefficient of(double log10) {
            int exponent = (int) Math.floor(log10);
            String digits = String.format(Locale.ROOT, "%.1f", StrictMath.pow(10, log10 - exponent));
            return digits.equals("10.0") ? new Coefficient("1.0", exponent + 1) : new Coefficient(digits, exponent);
        }
    }
}
