package org.novum.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Quantity;
import org.novum.api.finding.Significance;
import org.novum.report.FindingsDocument.Finding;

/** The findings as a plain-text table for consoles. */
public final class FindingsTable {
    private static final List<String> HEADINGS =
            List.of("verdict", "subject", "what", "measured", "local", "global", "p", "level");

    /** Narrowest useful width of the columns that may shrink: subject, what, measured. */
    private static final List<Integer> SHRINKABLE = List.of(2, 1, 3);

    private static final int NARROWEST = 8;

    private static final String GAP = "  ";

    private FindingsTable() {}

    /** Whether verdicts are coloured. */
    public enum Palette {
        /** Text alone. */
        PLAIN,
        /** With ANSI escape codes. */
        ANSI
    }

    /**
     * The table without colour; no line is longer than the width.
     *
     * @param width in columns, at least 80
     */
    public static String render(FindingsDocument document, int width) {
        return render(document, width, Palette.PLAIN);
    }

    /**
     * The table.
     *
     * <p>Columns: verdict; channel or subject; the known name, else the statement; mass or else the first quantity with
     * its error; local and global significance in standard deviations; the p-value that the ledger judged, of
     * its test as a whole; the level that it had to be at or below.
     *
     * @param width in columns, at least 80; longer cells end in an ellipsis
     */
    public static String render(FindingsDocument document, int width, Palette palette) {
        if (width < 80) {
            throw new IllegalArgumentException("the table needs a width of at least 80 columns, not " + width);
        }
        if (document.findings().isEmpty()) {
            return "No findings; " + document.tested() + " hypotheses were tested.\n";
        }
        List<List<String>> rows = Stream.concat(
                        Stream.of(HEADINGS), document.findings().stream().map(FindingsTable::row))
                .toList();
        int[] widths = widths(rows, width);
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> table.append(line(row, widths, palette)).append('\n'));
        return table.toString();
    }

    private static List<String> row(Finding finding) {
        return Stream.of(
                        finding.verdict(),
                        subject(finding),
                        what(finding),
                        measured(finding).orElse("-"),
                        number(finding.significance().local()),
                        number(finding.significance().global()),
                        Numbers.plainProbability(judged(finding.log10p())),
                        Numbers.plainRate(finding.ledger().level()))
                .map(FindingsTable::printable)
                .toList();
    }

    static String subject(Finding finding) {
        return Stream.of("channel", "subject")
                .map(finding.attributes()::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse(finding.id());
    }

    static Optional<String> known(Finding finding) {
        return Optional.of(finding.attributes().path("known")).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** The main quantity, with its name where the finding says which of its quantities that is. */
    static Optional<String> measured(Finding finding) {
        return mainQuantity(finding)
                .map(quantity -> named(finding).map(name -> name.replace('_', ' ') + " ").orElse("")
                        + Numbers.quantity(quantity));
    }

    /** The quantity that the finding's attribute {@code measured} names. */
    private static Optional<String> named(Finding finding) {
        return Optional.of(finding.attributes().path("measured").asText())
                .filter(finding.quantities()::containsKey);
    }

    /** That which the finding names, else mass, else the first by name. */
    static Optional<Quantity> mainQuantity(Finding finding) {
        return mainQuantityName(finding).map(finding.quantities()::get);
    }

    static Optional<String> mainQuantityName(Finding finding) {
        Map<String, Quantity> quantities = finding.quantities();
        return named(finding)
                .or(() -> Optional.of("mass").filter(quantities::containsKey))
                .or(() -> quantities.keySet().stream().findFirst());
    }

    /** Global, else local, else campaign: the ledger corrects for the family by its levels. */
    static @Nullable Double judged(Significance scopes) {
        if (scopes.global() != null) {
            return scopes.global();
        }
        return scopes.local() != null ? scopes.local() : scopes.campaign();
    }

    private static String what(Finding finding) {
        return known(finding).orElse(finding.statement());
    }

    private static String number(@Nullable Double deviations) {
        return deviations == null ? "-" : Numbers.significance(deviations);
    }

    /** Control characters of hostile names must not reach a terminal. */
    private static String printable(String cell) {
        return cell.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int[] widths(List<List<String>> rows, int width) {
        int[] widths = IntStream.range(0, HEADINGS.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> length(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - width;
        for (int column : SHRINKABLE) {
            int cut = Math.clamp(excess, 0, Math.max(0, widths[column] - NARROWEST));
            widths[column] -= cut;
            excess -= cut;
        }
        return widths;
    }

    private static String line(List<String> row, int[] widths, Palette palette) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = fitted(row.get(column), widths[column], column >= 4);
            line.append(column == 0 ? coloured(cell, palette) : cell);
            line.append(column + 1 < widths.length ? GAP : "");
        }
        return line.toString().stripTrailing();
    }

    private static String fitted(String cell, int width, boolean toTheRight) {
        int length = length(cell);
        if (length > width) {
            return cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
        }
        String blanks = " ".repeat(width - length);
        return toTheRight ? blanks + cell : cell + blanks;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String coloured(String cell, Palette palette) {
        String code = switch (palette) {
            case PLAIN -> "";
            case ANSI -> switch (cell.strip()) {
                case "discovery" -> "\u001b[1;32m";
                case "evidence" -> "\u001b[32m";
                case "refuted" -> "\u001b[31m";
                default -> "";
            };
        };
        return code.isEmpty() ? cell : code + cell + "\u001b[0m";
    }
}
