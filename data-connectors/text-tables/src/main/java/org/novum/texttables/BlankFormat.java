package org.novum.texttables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.tabular.ColumnTally;

/**
 * Columns that blanks separate, read by the rules of tables of text. A line that begins with {@code #} is a remark.
 */
record BlankFormat() implements TextFormat {
    @Override
    public List<TextTable> tables(TextFile file) {
        Heading heading = Heading.of(file);
        List<String> names = heading.names();
        Fields fields = new Fields(names.size());
        ColumnTally tally = ColumnTally.ofFields(names);
        Words words = new Words();
        LineCursor lines = file.lines();
        while (lines.next()) {
            if (lines.number < heading.firstRow() || lines.isBlank() || lines.beginsWith('#')) {
                continue;
            }
            words.cut(lines.text, lines.start, lines.end);
            if (words.count() != names.size()) {
                throw ragged(file, lines.number, words.count(), heading);
            }
            if (fields.rows() == 0 && isSeparatedByCommas(words)) {
                throw commas(file, lines.number, "commas separate the words");
            }
            for (int column = 0; column < names.size(); column++) {
                tally.add(column, words.field(column));
                fields.add(lines.text, words.start(column), words.end(column));
            }
            fields.endRow(lines.number);
        }
        List<TextColumn> columns = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            columns.add(TextColumn.of(names.get(column), new Reading.AsWritten(tally.type(column))));
        }
        requireNumbers(file, heading, columns);
        return List.of(new TextTable("", columns, fields));
    }

    static DataException ragged(TextFile file, int line, int words, Heading heading) {
        return file.broken(
                line,
                (words == 1 ? "1 word" : words + " words") + " where line " + heading.firstRow() + " has " + heading.names().size(),
                "correct the line if this is a table of columns between blanks, or give another file if this is prose");
    }

    private static void requireNumbers(TextFile file, Heading heading, List<TextColumn> columns) {
        if (columns.stream().allMatch(column -> column.reading().type() == ColumnType.TEXT)) {
            throw commas(
                    file,
                    heading.firstRow(),
                    "words and no column of numbers between blanks; this is prose, or commas separate the columns");
        }
    }

    private static boolean isSeparatedByCommas(Words words) {
        return words.count() > 1 && IntStream.range(0, words.count() - 1).allMatch(word -> words.text(word).endsWith(","));
    }

    private static DataException commas(TextFile file, int line, String problem) {
        return file.broken(line, problem, "let the name of a table that commas, semicolons or tabs separate end in .csv");
    }
}
