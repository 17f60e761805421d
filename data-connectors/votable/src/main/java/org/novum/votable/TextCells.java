package org.novum.votable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * The cells of a table whose data are text (VOTable 1.4, section 5.1), looked at as they come: the library makes a missing value of
 * whatever it cannot read. An empty cell is a missing value, and so is NaN among whole numbers.
 */
final class TextCells {
    private static final int LONGEST = 40;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long row;
    private int column = -1;
    private boolean inside;

    /**
     * A column.
     *
     * @param name or ID
     * @param type {@code datatype} in the document
     * @param isArray whether cells may have several values
     */
    private record Field(String name, String type, boolean isArray) {}

    /** Another table begins. */
    void clear() {
        fields.clear();
        row = 0;
    }

    void field(Attributes attributes) {
        String name = Optional.ofNullable(attributes.getValue("name")).orElseGet(() -> String.valueOf(attributes.getValue("ID")));
        String type = String.valueOf(attributes.getValue("datatype")).strip();
        String size = attributes.getValue("arraysize");
        boolean several = size != null && !size.isBlank() && !size.strip().equals("1");
        fields.add(new Field(name, type, several || type.endsWith("Complex")));
    }

    void startRow() {
        row++;
        column = -1;
    }

    void startCell() {
        column++;
        inside = true;
        text.setLength(0);
    }

    /** The field that a cell's text is for. */
    private @Nullable Field current() {
        return inside && column < fields.size() ? fields.get(column) : null;
    }

    /** Text as the library is to have it: bits may stand without blanks between them, which it does not know. */
    char[] add(char[] characters, int from, int length) {
        Field field = current();
        if (field != null && !field.type.equals("char") && !field.type.equals("unicodeChar")) {
            text.append(characters, from, length);
        }
        if (field == null || !field.isArray || !field.type.equals("bit")) {
            return Arrays.copyOfRange(characters, from, from + length);
        }
        StringBuilder apart = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            apart.append(characters[i]).append(' ');
        }
        return apart.toString().toCharArray();
    }

    /** @throws VotableException if the cell has no value of its column */
    void endCell() {
        Field field = current();
        inside = false;
        String value = text.toString().strip();
        if (field == null || value.isEmpty()) {
            return;
        }
        for (String each : field.isArray ? BLANKS.split(value) : new String[] {value}) {
            if (!isValue(field.type, each)) {
                throw new VotableException("damaged: row " + row + ", column " + shown(field.name) + " has '" + shown(each)
                        + "', which is no " + field.type);
            }
        }
    }

    /** @throws VotableException if the row has not a cell for each column */
    void endRow() {
        if (!fields.isEmpty() && column + 1 != fields.size()) {
            throw new VotableException("damaged: row " + row + " has " + (column + 1) + " cells, and there are " + fields.size() + " columns");
        }
    }

    /** What a document says, in a message of one line. */
    private static String shown(String said) {
        String line = said.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static boolean isValue(String type, String value) {
        return switch (type) {
            case "unsignedByte" -> isWhole(value, 0, 255);
            case "short" -> isWhole(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case "int" -> isWhole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long" -> isWhole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case "bit" -> value.chars().allMatch(bit -> bit == '0' || bit == '1' || Character.isWhitespace(bit));
            case "boolean" -> value.toLowerCase(Locale.ROOT).matches("t|f|true|false|1|0|\\?");
            case "float", "double", "floatComplex", "doubleComplex" -> isReal(value);
            default -> true;
        };
    }

    private static boolean isWhole(String value, long least, long most) {
        if (value.equalsIgnoreCase("NaN")) {
            return true;
        }
        try {
            boolean hexadecimal = value.startsWith("0x") || value.startsWith("0X");
            long number = hexadecimal ? Long.parseUnsignedLong(value.substring(2), 16) : Long.parseLong(value);
            return hexadecimal || number >= least && number <= most;
        } catch (NumberFormatException other) {
            return false;
        }
    }

    private static boolean isReal(String value) {
        try {
            return !Double.isNaN(Double.parseDouble(value)) || value.contains("NaN");
        } catch (NumberFormatException other) {
            return value.toLowerCase(Locale.ROOT).matches("[+-]?(inf|infinity|nan)");
        }
    }
}
