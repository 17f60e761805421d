package org.novum.texttables;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.tabular.WrittenField;

/**
 * What the columns between blanks are called, and where their rows begin.
 *
 * @param names of the columns: the words of a remark right before the rows, or of a first line that has none but words where the
 *     next one has others too; else {@code col1}, {@code col2} and so on
 * @param firstRow number of the first row's line
 */
record Heading(List<String> names, int firstRow) {
    static Heading of(TextFile file) {
        List<String> remark = List.of();
        @Nullable Heading words = null;
        Words cut = new Words();
        LineCursor lines = file.lines();
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            if (lines.beginsWith('#')) {
                remark = words == null ? remark(lines.line(), cut) : remark;
                continue;
            }
            cut.cut(lines.text, lines.start, lines.end);
            TextTable.requireColumns(cut.count(), file.line(lines.number));
            boolean onlyWords = IntStream.range(0, cut.count()).mapToObj(cut::field).allMatch(WrittenField::isWord);
            if (words != null && !onlyWords) {
                return words.above(file, cut.count(), lines.number);
            }
            if (words != null || !onlyWords) {
                int first = words == null ? lines.number : words.firstRow;
                return new Heading(named(remark, words == null ? cut.count() : words.names.size()), first);
            }
            words = new Heading(cut.texts(), lines.number);
        }
        if (words == null) {
            throw new DataException(file.label(), "there are remarks and no rows", "get the file again");
        }
        return new Heading(named(remark, words.names.size()), words.firstRow);
    }

    /** A line of words alone as the names of the columns below it. */
    private Heading above(TextFile file, int columns, int line) {
        if (columns != names.size()) {
            throw BlankFormat.ragged(file, line, columns, this);
        }
        TextTable.requireNames(names, file.line(firstRow));
        return new Heading(names, line);
    }

    private static List<String> remark(String line, Words cut) {
        byte[] bytes = line.replaceFirst("^\\s*#+", "").getBytes(StandardCharsets.UTF_8);
        return cut.cut(bytes, 0, bytes.length).texts();
    }

    /** The words of a remark if they can be names of so many columns: prose is none. */
    private static List<String> named(List<String> remark, int columns) {
        boolean fits = remark.size() == columns
                && new HashSet<>(remark).size() == columns
                && remark.stream().noneMatch(word -> word.isEmpty() || WrittenField.of(word).isNumber()
                        || word.indexOf('\uFFFD') >= 0 || word.chars().anyMatch(Character::isISOControl));
        return fits ? remark : IntStream.rangeClosed(1, columns).mapToObj(column -> "col" + column).toList();
    }
}
