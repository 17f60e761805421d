package org.novum.pluginsdk.fake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;

/** One column of an {@link InMemoryTable}. */
public sealed interface InMemoryColumn {
    /** Name, type and unit. */
    ColumnCard card();

    /** How many values it has. */
    int rows();

    /**
     * The value in a row: {@code Double}, {@code Long}, {@code Integer}, {@code String} or a {@code List} of numbers; null
     * where it is missing.
     */
    @Nullable Object value(int row);

    /** The column with the values of these rows, in the order given; a row may come twice. */
    InMemoryColumn rows(int[] rows);

    /** The same values under another name and unit. */
    InMemoryColumn as(String name, Unit unit);

    /** Fills an Arrow vector of the column's type from its first slot with {@code count} values from row {@code from}. */
    void fill(FieldVector vector, int from, int count);

    /** Adds card and values to a digest. */
    default void digest(MessageDigest digest) {
        digest.update((card() + "\n").getBytes(StandardCharsets.UTF_8));
        for (int row = 0; row < rows(); row++) {
            switch (value(row)) {
                case null -> digest.update((byte) 0);
                case Double real -> digest.update(ByteBuffer.allocate(8).putDouble(real).array());
                case Long whole -> digest.update(ByteBuffer.allocate(8).putLong(whole).array());
                case Object text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** A column of 64-bit floating-point numbers. */
    record Reals(String name, Unit unit, double[] values) implements InMemoryColumn {
        @Override
        public ColumnCard card() {
            return new ColumnCard(name, ColumnType.FLOAT64, unit);
        }

        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public Double value(int row) {
            return values[row];
        }

        @Override
        public Reals rows(int[] rows) {
            double[] chosen = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                chosen[row] = values[rows[row]];
            }
            return new Reals(name, unit, chosen);
        }

        @Override
        public Reals as(String otherName, Unit otherUnit) {
            return new Reals(otherName, otherUnit, values);
        }

        @Override
        public void fill(FieldVector vector, int from, int count) {
            Float8Vector target = (Float8Vector) vector;
            for (int slot = 0; slot < count; slot++) {
                target.setSafe(slot, values[from + slot]);
            }
        }
    }

    /** A column of 64-bit whole numbers. */
    record Wholes(String name, Unit unit, long[] values) implements InMemoryColumn {
        @Override
        public ColumnCard card() {
            return new ColumnCard(name, ColumnType.INT64, unit);
        }

        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public Long value(int row) {
            return values[row];
        }

        @Override
        public Wholes rows(int[] rows) {
            long[] chosen = new long[rows.length];
            for (int row = 0; row < rows.length; row++) {
                chosen[row] = values[rows[row]];
            }
            return new Wholes(name, unit, chosen);
        }

        @Override
        public Wholes as(String otherName, Unit otherUnit) {
            return new Wholes(otherName, otherUnit, values);
        }

        @Override
        public void fill(FieldVector vector, int from, int count) {
            BigIntVector target = (BigIntVector) vector;
            for (int slot = 0; slot < count; slot++) {
                target.setSafe(slot, values[from + slot]);
            }
        }
    }

    /** A column of texts; its unit is {@link Unit#ONE}. */
    record Texts(String name, String[] values) implements InMemoryColumn {
        @Override
        public ColumnCard card() {
            return new ColumnCard(name, ColumnType.TEXT, Unit.ONE);
        }

        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public String value(int row) {
            return values[row];
        }

        @Override
        public Texts rows(int[] rows) {
            String[] chosen = new String[rows.length];
            for (int row = 0; row < rows.length; row++) {
                chosen[row] = values[rows[row]];
            }
            return new Texts(name, chosen);
        }

        /** Texts have no unit; the one given is ignored. */
        @Override
        public Texts as(String otherName, Unit ignored) {
            return new Texts(otherName, values);
        }

        @Override
        public void fill(FieldVector vector, int from, int count) {
            VarCharVector target = (VarCharVector) vector;
            for (int slot = 0; slot < count; slot++) {
                target.setSafe(slot, values[from + slot].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /**
     * A column of any type, some of whose values may be missing.
     *
     * @param name of the column
     * @param type of its values
     * @param unit of its values
     * @param values as {@link #value} gives them
     */
    record Values(String name, ColumnType type, Unit unit, List<@Nullable Object> values) implements InMemoryColumn {
        /** Copies the list. */
        public Values {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        @Override
        public ColumnCard card() {
            return new ColumnCard(name, type, unit);
        }

        @Override
        public int rows() {
            return values.size();
        }

        @Override
        public @Nullable Object value(int row) {
            return values.get(row);
        }

        @Override
        public Values rows(int[] rows) {
            List<@Nullable Object> chosen = new ArrayList<>();
            for (int row : rows) {
                chosen.add(values.get(row));
            }
            return new Values(name, type, unit, chosen);
        }

        @Override
        public Values as(String otherName, Unit otherUnit) {
            return new Values(otherName, type, otherUnit, values);
        }

        @Override
        public void fill(FieldVector vector, int from, int count) {
            for (int slot = 0; slot < count; slot++) {
                ArrowCells.set(vector, slot, values.get(from + slot));
            }
            vector.setValueCount(count);
        }
    }
}
