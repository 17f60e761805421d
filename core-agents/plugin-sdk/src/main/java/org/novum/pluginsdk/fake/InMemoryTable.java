package org.novum.pluginsdk.fake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Unit;

/**
 * A table in memory: one part of an {@link InMemoryDataset}. Immutable; every method gives a new table.
 *
 * @param name of the part
 * @param columns in order, all of the same length
 */
public record InMemoryTable(String name, List<InMemoryColumn> columns) {
    /** Copies the list and checks the lengths. */
    public InMemoryTable {
        columns = List.copyOf(columns);
        if (columns.stream().mapToInt(InMemoryColumn::rows).distinct().count() > 1) {
            throw new IllegalArgumentException("all columns of table " + name + " need the same number of rows");
        }
    }

    /** A table without columns. */
    public static InMemoryTable named(String name) {
        return new InMemoryTable(name, List.of());
    }

    /** Adds a column of floating-point numbers. */
    public InMemoryTable reals(String column, Unit unit, double... values) {
        return with(new InMemoryColumn.Reals(column, unit, values.clone()));
    }

    /** Adds a column of whole numbers. */
    public InMemoryTable wholes(String column, Unit unit, long... values) {
        return with(new InMemoryColumn.Wholes(column, unit, values.clone()));
    }

    /** Adds a column of texts. */
    public InMemoryTable texts(String column, String... values) {
        return with(new InMemoryColumn.Texts(column, values.clone()));
    }

    /** Adds a column, or replaces the one of its name. */
    public InMemoryTable with(InMemoryColumn column) {
        List<InMemoryColumn> all = new ArrayList<>(columns);
        all.removeIf(known -> known.card().name().equals(column.card().name()));
        all.add(column);
        return new InMemoryTable(name, all);
    }

    /** Leaves a column out. */
    public InMemoryTable without(String column) {
        return new InMemoryTable(
                name,
                columns.stream()
                        .filter(known -> !known.card().name().equals(column))
                        .toList());
    }

    /** How many rows it has. */
    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().rows();
    }

    /**
     * The column of this name.
     *
     * @throws DataException if there is none
     */
    public InMemoryColumn column(String column) {
        return columns.stream()
                .filter(known -> known.card().name().equals(column))
                .findFirst()
                .orElseThrow(() -> new DataException(
                        "memory:" + name + ", column " + column,
                        "there is no such column",
                        "the columns are "
                                + String.join(", ", columns.stream().map(known -> known.card().name()).toList())));
    }

    /** The rows of these numbers, in the order given. */
    public InMemoryTable rows(int... rows) {
        return new InMemoryTable(name, columns.stream().map(column -> column.rows(rows)).toList());
    }

    /** The rows whose number passes. */
    public InMemoryTable where(IntPredicate row) {
        return rows(IntStream.range(0, rows()).filter(row).toArray());
    }

    /** All rows in an order drawn from the seed (Fisher and Yates). */
    public InMemoryTable permuted(long seed) {
        int[] order = IntStream.range(0, rows()).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int last = order.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
        return rows(order);
    }

    /** Its card: the digest covers names, units and values. */
    DataPart card() {
        return new DataPart(
                name,
                "memory:" + name,
                rows(),
                sha256(),
                columns.stream().map(InMemoryColumn::card).toList());
    }

    private String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            columns.forEach(column -> column.digest(digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
