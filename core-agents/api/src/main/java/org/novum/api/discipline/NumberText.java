package org.novum.api.discipline;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people write them on a command line: decimal, without Java's suffixes and hexadecimal forms. */
final class NumberText {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern REAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

    private NumberText() {}

    /** The whole number of at most 64 bits that the text is, if it is one. */
    static Optional<Long> whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        return value.compareTo(BigDecimal.valueOf(value.longValue())) == 0
                ? Optional.of(value.longValue())
                : Optional.empty();
    }

    /** The finite number that the text is, if it is one. */
    static Optional<Double> real(String text) {
        return REAL.matcher(text).matches()
                ? Optional.of(Double.parseDouble(text)).filter(Double::isFinite)
                : Optional.empty();
    }
}
