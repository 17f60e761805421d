package org.novum.texttables;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.tabular.Texts;
import org.novum.texttables.YannyTypes.Structure;

/**
 * Parameter files of SDSS, called FTCL or Yanny, as <a href="https://www.sdss.org/dr17/software/par/">SDSS describes them</a>: each
 * structure that is declared is a table. Keywords with values, which stand before the rows, are no columns.
 */
record YannyFormat() implements TextFormat {
    private static final String TYPEDEF = "typedef";
    private static final int LONGEST_DECLARATION = 1 << 20;

    static boolean recognises(String head) {
        return head.lines().anyMatch(line -> line.matches("\\s*typedef\\s+(struct|enum)\\b.{0,200}"));
    }

    @Override
    public List<TextTable> tables(TextFile file) {
        YannyTypes types = new YannyTypes();
        LineCursor lines = file.lines();
        boolean rows = false;
        for (Statement statement = next(file, lines); statement != null; statement = next(file, lines)) {
            if (statement.isDeclaration()) {
                types.declare(statement.text, file.line(statement.line));
                continue;
            }
            String word = statement.text.split("\\s", 2)[0];
            Structure structure = types.structures().get(word.toUpperCase(Locale.ROOT));
            if (structure != null) {
                row(file, statement.line, YannyTokens.of(statement.text, file.line(statement.line)), structure);
                rows = true;
            } else if (rows && !word.isEmpty()) {
                throw file.broken(
                        statement.line,
                        "'" + Texts.shown(word) + "' is no structure, and keywords stand before the rows",
                        "correct the name, or move the keyword");
            }
        }
        if (!rows) {
            throw new DataException(
                    file.label(),
                    types.structures().isEmpty() ? "no typedef struct says what the columns are" : "there are no rows of its structures",
                    "give a parameter file of SDSS with rows");
        }
        return types.structures().values().stream()
                .map(structure -> new TextTable(structure.name(), structure.columns(), structure.fields()))
                .toList();
    }

    /**
     * A line, with those that continue it, or a whole declaration.
     *
     * @param text without remarks
     * @param line number of its first line
     */
    private record Statement(String text, int line) {
        boolean isDeclaration() {
            return text.startsWith(TYPEDEF) && text.length() > TYPEDEF.length()
                    && (Character.isWhitespace(text.charAt(TYPEDEF.length())));
        }
    }

    private static @Nullable Statement next(TextFile file, LineCursor lines) {
        if (!lines.next()) {
            return null;
        }
        int first = lines.number;
        StringBuilder text = new StringBuilder(part(lines));
        while (isContinued(text)) {
            text.setCharAt(text.length() - 1, ' ');
            if (!lines.next()) {
                break;
            }
            text.append(part(lines));
        }
        Statement statement = new Statement(text.toString().strip(), first);
        return statement.isDeclaration() ? declaration(file, lines, text) : statement;
    }

    private static String part(LineCursor lines) {
        return YannyTokens.withoutRemark(lines.bytes()).stripTrailing();
    }

    private static boolean isContinued(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '\\';
    }

    /** Goes on to the semicolon behind the closing brace. */
    private static Statement declaration(TextFile file, LineCursor lines, StringBuilder text) {
        int first = lines.number;
        int brace = text.indexOf("}");
        while (brace < 0 || text.indexOf(";", brace) < 0) {
            int before = text.length();
            if (before > LONGEST_DECLARATION || !lines.next()) {
                throw file.broken(first, "a typedef is never closed", "close it with a brace, a name and a semicolon");
            }
            text.append('\n').append(part(lines));
            brace = brace < 0 ? text.indexOf("}", before) : brace;
        }
        return new Statement(text.toString().strip(), first);
    }

    private static void row(TextFile file, int line, List<String> tokens, Structure structure) {
        int columns = structure.columns().size();
        if (tokens.size() - 1 != columns) {
            throw file.broken(
                    line,
                    tokens.size() - 1 + " values where " + structure.name() + " has " + columns + " columns",
                    "correct the row; text with blanks is written between quotes");
        }
        for (int column = 0; column < columns; column++) {
            String token = tokens.get(column + 1);
            Reading reading = structure.columns().get(column).reading();
            String value = reading instanceof BraceList ? token : scalar(token);
            Set<String> allowed = structure.allowed().get(column);
            if (!allowed.isEmpty() && !allowed.contains(value) && !token.startsWith("{")) {
                throw file.broken(
                        line,
                        "'" + Texts.shown(value) + "' is none of " + Texts.listed(List.copyOf(allowed)) + ", which "
                                + structure.columns().get(column).name() + " may be",
                        "correct it");
            }
            structure.fields().addBytes(value);
        }
        structure.fields().endRow(line);
    }

    /** Braces around nothing are the other way to write an empty text. */
    private static String scalar(String token) {
        return token.startsWith("{") && token.chars().allMatch(each -> each == '{' || each == '}' || each == ' ') ? "" : token;
    }
}
