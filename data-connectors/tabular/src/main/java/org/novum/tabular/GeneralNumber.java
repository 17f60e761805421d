package org.novum.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.novum.tabular.NumberText.Shape;

/**
 * Numbers of any length, with exponents, surrounding spaces or quotes; the careful companion of {@link NumberText}.
 *
 * <p>Grammar: an optional sign, digits with at most one point and at least one digit, an optional exponent. Java's type
 * suffixes and hexadecimal numbers are text.
 */
final class GeneralNumber {
    private static final Set<String> NOT_FINITE =
            Set.of("nan", "inf", "infinity", "na", "n/a", "null", "none", "nil", "#n/a", "-1.#ind", "1.#qnan", "1.#inf");
    private static final int MOST_DIGITS = 19;
    private static final int MOST_EXPONENT = 100_000;

    private GeneralNumber() {}

    /** What the field holds. */
    static Shape shape(byte[] bytes, int start, int end) {
        int from = trimmedStart(bytes, start, end);
        int to = trimmedEnd(bytes, from, end);
        if (from == to) {
            return Shape.BLANK;
        }
        if (isCertainlyWord(bytes[from])) {
            return Shape.TEXT;
        }
        Parts parts = Parts.of(bytes, from, to, '.');
        if (parts.valid) {
            return parts.plain ? Shape.INTEGER : Shape.FRACTION;
        }
        byte first = bytes[from];
        boolean maybeNumber = first <= '9' && first != '"';
        if (maybeNumber && Parts.of(bytes, from, to, ',').valid) {
            return Shape.DECIMAL_COMMA;
        }
        if (isStroke(bytes, from, to)) {
            return Shape.BLANK;
        }
        if (maybeNumber && isList(bytes, from, to)) {
            return Shape.LIST;
        }
        return to - from <= 10 && isNotFinite(bytes, from, to) ? Shape.NOT_FINITE : Shape.TEXT;
    }

    /** Two or more of the same stroke, dot or star, which tables of NOAA and of VizieR write where there is no value. */
    private static boolean isStroke(byte[] bytes, int from, int to) {
        byte first = bytes[from];
        if (to - from < 2 || first != '/' && first != '-' && first != '.' && first != '*') {
            return false;
        }
        for (int at = from + 1; at < to; at++) {
            if (bytes[at] != first) {
                return false;
            }
        }
        return true;
    }

    /** Several numbers with semicolons between them. */
    private static boolean isList(byte[] bytes, int from, int to) {
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || bytes[at] == ';') {
                if (!Parts.of(bytes, start, at, '.').valid) {
                    return false;
                }
                start = at + 1;
            }
        }
        return true;
    }

    /** The number in the field, or NaN if it holds none or one that is too large. */
    static double decimal(byte[] bytes, int start, int end) {
        int from = trimmedStart(bytes, start, end);
        int to = trimmedEnd(bytes, from, end);
        Parts parts = Parts.of(bytes, from, to, '.');
        if (!parts.valid) {
            return Double.NaN;
        }
        double size = parts.exact ? DecimalRounding.nearest(parts.mantissa, parts.exponent) : Double.NaN;
        if (!Double.isNaN(size)) {
            return bytes[from] == '-' ? -size : size;
        }
        double value = Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** The integer in the field, or {@link Long#MIN_VALUE} if it holds none that fits, or if it holds exactly that. */
    static long integer(byte[] bytes, int start, int end) {
        int from = trimmedStart(bytes, start, end);
        int to = trimmedEnd(bytes, from, end);
        Parts parts = Parts.of(bytes, from, to, '.');
        if (!parts.valid || !parts.plain) {
            return Long.MIN_VALUE;
        }
        try {
            return Long.parseLong(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            return Long.MIN_VALUE; // more than 64 bits: the caller says so with the row and column
        }
    }

    /** True if the field holds the one integer that {@link #integer} cannot tell from a fault. */
    static boolean isMinimum(byte[] bytes, int start, int end) {
        int from = trimmedStart(bytes, start, end);
        return NumberText.text(bytes, from, trimmedEnd(bytes, from, end)).equals(Long.toString(Long.MIN_VALUE));
    }

    /** Quick answer for columns of words: a letter that begins no number and no word for a missing one. */
    private static boolean isCertainlyWord(byte first) {
        int letter = first & ~0x20;
        return letter >= 'A' && letter <= 'Z' && letter != 'N' && letter != 'I';
    }

    private static boolean isNotFinite(byte[] bytes, int from, int to) {
        String word = NumberText.text(bytes, from, to).toLowerCase(Locale.ROOT);
        return NOT_FINITE.contains(word)
                || (word.startsWith("+") || word.startsWith("-")) && NOT_FINITE.contains(word.substring(1));
    }

    private static int trimmedStart(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && isMargin(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int trimmedEnd(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && isMargin(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    /** Spaces, tabs, carriage returns and quotes around a number do not change it. */
    private static boolean isMargin(byte value) {
        return value == ' ' || value == '"' || value == '\t' || value == '\r';
    }

    /** A number taken apart. */
    private static final class Parts {
        private boolean valid;
        private boolean plain = true;
        private boolean exact = true;
        private long mantissa;
        private int exponent;

        static Parts of(byte[] bytes, int from, int to, char point) {
            Parts parts = new Parts();
            parts.read(bytes, from, to, point);
            return parts;
        }

        private void read(byte[] bytes, int from, int to, char point) {
            int at = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
            int digits = 0;
            int significant = 0;
            boolean pointSeen = false;
            for (; at < to; at++) {
                int digit = bytes[at] - '0';
                if (digit >= 0 && digit <= 9) {
                    digits++;
                    if (significant > 0 || digit > 0) {
                        significant++;
                        mantissa = mantissa * 10 + digit;
                    }
                    exponent -= pointSeen ? 1 : 0;
                } else if (bytes[at] == point && !pointSeen) {
                    pointSeen = true;
                    plain = false;
                } else {
                    break;
                }
            }
            exact = significant <= MOST_DIGITS;
            valid = digits > 0 && (at == to || readExponent(bytes, at, to));
        }

        private boolean readExponent(byte[] bytes, int from, int to) {
            if (bytes[from] != 'e' && bytes[from] != 'E') {
                return false;
            }
            plain = false;
            int at = from + 1;
            boolean negative = at < to && bytes[at] == '-';
            if (at < to && (negative || bytes[at] == '+')) {
                at++;
            }
            if (at == to) {
                return false;
            }
            int power = 0;
            for (; at < to; at++) {
                int digit = bytes[at] - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                power = Math.min(MOST_EXPONENT, power * 10 + digit);
            }
            exponent += negative ? -power : power;
            return true;
        }
    }
}
