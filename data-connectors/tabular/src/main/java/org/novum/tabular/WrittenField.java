package org.novum.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.tabular.NumberText.Shape;

/**
 * A field that another reader has cut out of its text, read by the rules of tables of text.
 *
 * <p>One rule differs: where blanks separate the columns a field cannot be left empty, so that {@code NaN}, {@code NA} and their
 * like are the only words for a missing number there, and mean one. Infinite numbers are refused as elsewhere.
 */
public final class WrittenField {
    private static final Set<String> INFINITE = Set.of("inf", "infinity", "1.#inf");

    private final byte[] bytes;
    private final int start;
    private final int end;

    /**
     * @param bytes text in UTF-8
     * @param start first byte of the field
     * @param end behind its last byte
     */
    public WrittenField(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** A field of its own. */
    public static WrittenField of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new WrittenField(bytes, 0, bytes.length);
    }

    Shape shape() {
        return GeneralNumber.shape(bytes, start, end);
    }

    /** The text, without quotes around it. */
    public String text() {
        return FieldText.exactly(bytes, start, end);
    }

    /** Whether it is a finite number. */
    public boolean isNumber() {
        Shape shape = shape();
        return shape == Shape.INTEGER || shape == Shape.FRACTION;
    }

    /** Whether it is neither a number, nor a list of some, nor what stands for a missing one. */
    public boolean isWord() {
        return shape() == Shape.TEXT;
    }

    /** Whether it stands for no number: nothing, strokes, or a word such as {@code NaN}. */
    public boolean isMissing() {
        return switch (shape()) {
            case BLANK -> true;
            case NOT_FINITE -> !isInfinite();
            case INTEGER, FRACTION, DECIMAL_COMMA, LIST, TEXT -> false;
        };
    }

    private boolean isInfinite() {
        String word = text().strip().toLowerCase(Locale.ROOT);
        return INFINITE.contains(word.startsWith("+") || word.startsWith("-") ? word.substring(1) : word);
    }

    /** Whether it equals a value that rows are selected by: the same text, or the same number. */
    public boolean isEqualTo(String value) {
        byte[] other = value.getBytes(StandardCharsets.UTF_8);
        double number = GeneralNumber.decimal(other, 0, other.length);
        return Math.abs(number) < 1L << 53 && number == GeneralNumber.decimal(bytes, start, end) || value.equals(text());
    }

    /**
     * The value in a column of {@code FLOAT64}, {@code INT64} or {@code TEXT}.
     *
     * @param place of the field, for messages
     * @return null if it is missing
     * @throws DataException naming the place if it is no value of this type
     */
    public @Nullable Object value(ColumnType type, Supplier<String> place) {
        if (type == ColumnType.TEXT) {
            if (!Utf8.is(bytes, start, end)) {
                throw refusal(type, place);
            }
            return text();
        }
        if (type == ColumnType.INT64) {
            long whole = GeneralNumber.integer(bytes, start, end);
            if (whole != Long.MIN_VALUE || GeneralNumber.isMinimum(bytes, start, end)) {
                return whole;
            }
        } else {
            double real = GeneralNumber.decimal(bytes, start, end);
            if (!Double.isNaN(real)) {
                return real;
            }
        }
        if (isMissing()) {
            return null;
        }
        throw refusal(type, place);
    }

    private DataException refusal(ColumnType type, Supplier<String> place) {
        String field = text().strip();
        if (type != ColumnType.TEXT && shape() == Shape.NOT_FINITE) {
            return new DataException(
                    place.get(),
                    "'" + Texts.shown(field) + "' is not a finite number",
                    "correct it, or write NaN if there is no value");
        }
        return FieldFault.of(place.get(), type, field, shape()).among(1);
    }
}
