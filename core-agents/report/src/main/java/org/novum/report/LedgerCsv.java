package org.novum.report;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.novum.api.discipline.Strength;

/**
 * {@code ledger.csv}: every hypothesis ever asked in an experiment, its registration and what it spent.
 *
 * <p>RFC 4180 with line feeds, UTF-8, rows in the order of asking; the same rows give the same bytes. A text that a
 * spreadsheet would take for a formula is written with an apostrophe before it.
 */
public final class LedgerCsv {
    private static final String HEADER = "index,study,hypothesis,statement,proposer,registration,spent,level,"
            + "strength,log10,p,accepted";

    private LedgerCsv() {}

    /**
     * The table as bytes.
     *
     * <p>Columns: {@code strength} is {@code p}, {@code e} or {@code untested}; {@code log10} is the decimal logarithm of
     * that value; {@code p} the p-value that counted: 1 for an untested member, min(1, 1/e) for an e-value.
     */
    public static byte[] toBytes(List<LedgerRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(LedgerRow::index))
                .map(LedgerCsv::line)
                .collect(Collectors.joining("\n", HEADER + "\n", rows.isEmpty() ? "" : "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(LedgerRow row) {
        return String.join(
                ",",
                Long.toString(row.index()),
                text(row.study()),
                text(row.hypothesis()),
                text(row.statement()),
                text(row.proposer()),
                text(row.registration()),
                Double.toString(row.spent()),
                Double.toString(row.level()),
                strength(row.strength()),
                Boolean.toString(row.accepted()));
    }

    private static String strength(Strength strength) {
        return switch (strength) {
            case Strength.PValue p -> "p," + p.log10() + "," + StrictMath.pow(10, p.log10());
            case Strength.EValue e -> "e," + e.log10() + "," + Math.min(1, StrictMath.pow(10, -e.log10()));
            case Strength.Untested _ -> "untested,,1.0";
        };
    }

    private static String text(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
