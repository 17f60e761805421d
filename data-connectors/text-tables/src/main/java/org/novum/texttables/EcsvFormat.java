package org.novum.texttables;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.tabular.Texts;
import org.novum.tabular.WrittenField;

/**
 * Enhanced Character-Separated Values of astropy (APE 6, Aldcroft 2021, doi 10.5281/zenodo.4792325): a header in YAML with types and
 * units, a line of names, and rows with blanks or commas between the fields. A field that is empty is missing, of text too.
 */
record EcsvFormat() implements TextFormat {
    static boolean recognises(String head) {
        return head.startsWith("# %ECSV ") || head.startsWith("\uFEFF# %ECSV ");
    }

    @Override
    public List<TextTable> tables(TextFile file) {
        if (!recognises(new String(file.content(), 0, Math.min(HEAD, file.content().length), StandardCharsets.UTF_8))) {
            throw file.broken(1, "an ECSV file begins with '# %ECSV 1.0'", "let the name of another table end in .txt or .csv");
        }
        LineCursor lines = file.lines();
        EcsvHeader header = EcsvHeader.take(file, lines);
        Rows rows = new Rows(file, header.delimiter());
        List<WrittenField> written = new ArrayList<>();
        boolean more = lines.end > lines.start && rows.cut(lines, written);
        List<String> names = written.stream().map(WrittenField::text).toList();
        if (!more || !names.equals(header.names())) {
            throw file.broken(
                    lines.number,
                    "the names above the rows are " + Texts.listed(names) + ", and those of the header " + Texts.listed(header.names()),
                    "write the file again");
        }
        Fields fields = new Fields(names.size());
        while (lines.next()) {
            if (lines.isBlank() || lines.beginsWith('#')) {
                continue;
            }
            int line = lines.number;
            rows.cut(lines, written);
            if (written.size() != names.size()) {
                throw file.broken(
                        line, written.size() + " fields where the header has " + names.size() + " columns", "correct the row");
            }
            rows.addTo(fields);
            fields.endRow(line);
        }
        return List.of(new TextTable("", header.columns(), fields));
    }

    /** Cuts rows, which go on within quotes to the next lines. */
    private static final class Rows {
        private final TextFile file;
        private final char delimiter;
        private final List<int[]> bounds = new ArrayList<>();
        private byte[] text = {};

        Rows(TextFile file, char delimiter) {
            this.file = file;
            this.delimiter = delimiter;
        }

        /** Cuts the row that begins on the cursor's line, and leaves the cursor on its last one. */
        boolean cut(LineCursor lines, List<WrittenField> fields) {
            text = lines.text;
            bounds.clear();
            int at = skipBlanks(lines.start, lines.end);
            while (at < lines.end || delimiter == ',' && at == lines.end) {
                TextTable.requireColumns(bounds.size(), file.label());
                int from = at;
                if (at < lines.end && text[at] == '"') {
                    at = closing(lines, at) + 1;
                    add(from, at);
                    at = skipBlanks(at, lines.end);
                    if (delimiter == ',' && at < lines.end && text[at] != ',' || delimiter == ' ' && at < lines.end && !isBlank(at - 1)) {
                        throw file.broken(lines.number, "there is text behind a quote that closes a field", "correct the row");
                    }
                } else {
                    at = plainEnd(at, lines.end);
                    add(from, trimmed(from, at));
                }
                if (delimiter == ',') {
                    if (at >= lines.end) {
                        break;
                    }
                    at++;
                }
                at = skipBlanks(at, lines.end);
            }
            fields.clear();
            bounds.forEach(each -> fields.add(new WrittenField(text, each[0], each[1])));
            return !bounds.isEmpty();
        }

        private void add(int from, int to) {
            bounds.add(new int[] {from, to});
        }

        void addTo(Fields fields) {
            bounds.forEach(each -> fields.add(text, each[0], each[1]));
        }

        private boolean isBlank(int at) {
            return Words.isBlank(text[at]);
        }

        private int skipBlanks(int from, int end) {
            int at = from;
            while (at < end && isBlank(at)) {
                at++;
            }
            return at;
        }

        private int plainEnd(int from, int end) {
            int at = from;
            while (at < end && (delimiter == ',' ? text[at] != ',' : !isBlank(at))) {
                at++;
            }
            return at;
        }

        private int trimmed(int from, int to) {
            int at = to;
            while (at > from && isBlank(at - 1)) {
                at--;
            }
            return at;
        }

        /** The quote that closes a field; two of them are one within it. */
        private int closing(LineCursor lines, int open) {
            int first = lines.number;
            int at = open + 1;
            while (true) {
                if (at >= lines.end) {
                    if (!lines.next()) {
                        throw new DataException(file.line(first), "a quote is opened and never closed", "close it");
                    }
                    at = lines.start;
                } else if (text[at] != '"') {
                    at++;
                } else if (at + 1 < lines.end && text[at + 1] == '"') {
                    at += 2;
                } else {
                    return at;
                }
            }
        }
    }
}
