package org.novum.tabular;

import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.tabular.NumberText.Shape;

/** The first field of a block that is no value of its column; who reads the file counts the other damaged rows. */
final class FieldFault extends RuntimeException {
    private final String place;
    private final String problem;
    private final String remedy;

    FieldFault(String place, String problem, String remedy) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * Why a field is no value of its column.
     *
     * @param place of the field
     * @param type of the column
     * @param field its text, without spaces around it
     * @param shape of it
     */
    static FieldFault of(String place, ColumnType type, String field, Shape shape) {
        String shown = "'" + Texts.shown(field) + "'";
        if (type == ColumnType.TEXT) {
            return new FieldFault(place, shown + " is not text in UTF-8", Utf8.REMEDY);
        }
        return switch (shape) {
            case BLANK -> throw new IllegalStateException(place + ": a gap is no fault");
            case NOT_FINITE ->
                new FieldFault(place, shown + " is not a finite number", "correct it, or leave the field empty if there is no value");
            case DECIMAL_COMMA ->
                new FieldFault(place, shown + " has a decimal comma", "write it with a point in the whole file");
            case INTEGER ->
                new FieldFault(
                        place,
                        shown + " does not fit a 64-bit number",
                        "shorten it, or write it with a decimal point if it need not be exact");
            case FRACTION ->
                new FieldFault(place, shown + " is too large for a 64-bit number", "correct it, or use a larger unit");
            case LIST, TEXT -> new FieldFault(place, shown + " is not a number", "correct it, or take the row out");
        };
    }

    /** What the user is told, with the number of damaged rows. */
    DataException among(long rows) {
        String count = rows > 1 ? ", the first of " + rows + " damaged rows in this file" : "";
        return new DataException(place, problem + count, remedy);
    }
}
