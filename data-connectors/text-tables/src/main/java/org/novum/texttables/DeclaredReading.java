package org.novum.texttables;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.tabular.Texts;
import org.novum.tabular.WrittenField;

/**
 * Values of a type that the file declares. {@code nan} is a missing value, as in FITS and netCDF, and {@code inf} is infinite: who
 * declares a type of floating point means those.
 */
enum DeclaredReading implements Reading {
    /** Whole numbers. */
    WHOLE(ColumnType.INT64) {
        @Override
        @Nullable Object written(WrittenField field, Supplier<String> place) {
            return field.value(ColumnType.INT64, place);
        }
    },
    /** Real numbers of 64 bits. */
    DOUBLE(ColumnType.FLOAT64) {
        @Override
        @Nullable Object written(WrittenField field, Supplier<String> place) {
            return real(field, place);
        }
    },
    /** Real numbers of 32 bits. */
    FLOAT(ColumnType.FLOAT64) {
        @Override
        @Nullable Object written(WrittenField field, Supplier<String> place) {
            Double real = real(field, place);
            if (real == null || real.isInfinite()) {
                return real;
            }
            // The text rounds once; 64 bits in between would round twice.
            float single = Float.parseFloat(field.text().strip());
            if (Float.isInfinite(single)) {
                throw refused(field, place, "is too large for the 32 bits that the file declares");
            }
            return (double) single;
        }
    },
    /** Truth values, as 1 and 0. */
    TRUTH(ColumnType.INT32) {
        @Override
        @Nullable Object written(WrittenField field, Supplier<String> place) {
            return switch (field.text().strip().toLowerCase(Locale.ROOT)) {
                case "true", "t", "1" -> 1;
                case "false", "f", "0" -> 0;
                default -> throw refused(field, place, "is neither True nor False");
            };
        }
    },
    /** Text, where an empty field is a missing one. */
    TEXT(ColumnType.TEXT) {
        @Override
        @Nullable Object written(WrittenField field, Supplier<String> place) {
            return field.value(ColumnType.TEXT, place);
        }
    };

    private final ColumnType type;

    DeclaredReading(ColumnType type) {
        this.type = type;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public @Nullable Object value(WrittenField field, Supplier<String> place) {
        return field.text().isEmpty() ? null : written(field, place);
    }

    abstract @Nullable Object written(WrittenField field, Supplier<String> place);

    private static @Nullable Double real(WrittenField field, Supplier<String> place) {
        return switch (field.text().strip().toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> null;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> (Double) field.value(ColumnType.FLOAT64, place);
        };
    }

    static DataException refused(WrittenField field, Supplier<String> place, String problem) {
        return new DataException(place.get(), "'" + Texts.shown(field.text().strip()) + "' " + problem, "correct it");
    }
}
