package org.novum.root.ntuple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.root.column.Chunk;
import org.novum.root.column.Elements;
import org.novum.root.column.RootColumn;
import org.novum.root.column.Scalar;
import org.novum.root.file.Source;

/**
 * A column made of a field: numbers, lists of them, text, or the lengths of a collection.
 *
 * @param name of the column
 * @param unit that the field's description states
 * @param rows of the ntuple
 * @param pool that the field's columns are in
 * @param shape of the values
 */
record NtupleColumn(String name, Unit unit, long rows, Pool pool, Shape shape) implements RootColumn {
    /** What a row holds, and which columns on disk it comes from; several ids are several ways of writing the same. */
    sealed interface Shape {
        /** Numbers, as many in each row. */
        record Plain(List<Integer> values, Scalar scalar, int each, boolean list) implements Shape {}

        /** Numbers of a collection, {@code each} for one of its elements. */
        record Collection(List<Integer> ends, List<Integer> values, Scalar scalar, int each) implements Shape {}

        /** Text. */
        record Text(List<Integer> ends, List<Integer> letters) implements Shape {}

        /** How many elements a collection has. */
        record Lengths(List<Integer> ends) implements Shape {}
    }

    @Override
    public ColumnType type() {
        return switch (shape) {
            case Shape.Plain plain -> plain.list ? plain.scalar.list() : plain.scalar.single();
            case Shape.Collection collection -> collection.scalar.list();
            case Shape.Text _ -> ColumnType.TEXT;
            case Shape.Lengths _ -> ColumnType.INT64;
        };
    }

    @Override
    public Chunk chunk(Source source, long row) {
        Cluster cluster = pool.cluster(row);
        Reading reading = new Reading(source, cluster, source.label() + ", field " + name);
        int rowsHere = (int) cluster.entries();
        return switch (shape) {
            case Shape.Plain plain -> {
                Elements elements = reading.elements(plain.values, plain.scalar, cluster.entries() * plain.each);
                int stride = plain.each * elements.scalar().width();
                yield new Chunk.Fixed(cluster.first(), rowsHere, elements, 0, stride, plain.each);
            }
            case Shape.Collection collection -> reading.collection(collection, rowsHere);
            case Shape.Text text -> reading.text(text, rowsHere);
            case Shape.Lengths lengths -> reading.lengths(lengths, rowsHere);
        };
    }

    /** One cluster of the column. */
    private final class Reading {
        private final Source source;
        private final Cluster cluster;
        private final String where;

        Reading(Source source, Cluster cluster, String where) {
            this.source = source;
            this.cluster = cluster;
            this.where = where;
        }

        Elements elements(List<Integer> ids, Scalar expected, long count) {
            int id = pool.written(cluster, ids, where);
            Scalar scalar = PageDecoder.scalar(pool.schema().columns().get(id).type()).orElse(expected);
            if (scalar.list() != expected.list()) {
                throw Pool.damaged(where, "it is written as " + scalar + " and as " + expected);
            }
            return Elements.littleEndian(scalar, pool.read(source, cluster, new Pool.Wanted(id, count), where), where);
        }

        Chunk collection(Shape.Collection shape, int rows) {
            long[] ends = ends(shape.ends, rows);
            long count = rows == 0 ? 0 : Math.multiplyExact(ends[rows - 1], shape.each);
            Elements elements = elements(shape.values, shape.scalar, count);
            int width = shape.each * elements.scalar().width();
            int[] starts = new int[rows];
            int[] counts = new int[rows];
            long start = 0;
            for (int row = 0; row < rows; row++) {
                starts[row] = (int) (start * width);
                counts[row] = (int) ((ends[row] - start) * shape.each);
                start = ends[row];
            }
            return new Chunk.Jagged(cluster.first(), rows, elements, starts, counts);
        }

        Chunk text(Shape.Text shape, int rows) {
            long[] ends = ends(shape.ends, rows);
            long count = rows == 0 ? 0 : ends[rows - 1];
            int id = pool.written(cluster, shape.letters, where);
            byte[] letters = pool.read(source, cluster, new Pool.Wanted(id, count), where);
            int[] starts = new int[rows];
            int[] lengths = new int[rows];
            long start = 0;
            for (int row = 0; row < rows; row++) {
                starts[row] = (int) start;
                lengths[row] = (int) (ends[row] - start);
                start = ends[row];
            }
            return new Chunk.Text(cluster.first(), rows, letters, starts, lengths);
        }

        Chunk lengths(Shape.Lengths shape, int rows) {
            long[] ends = ends(shape.ends, rows);
            ByteBuffer lengths = ByteBuffer.allocate(rows * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            long start = 0;
            for (long end : ends) {
                lengths.putLong(end - start);
                start = end;
            }
            Elements elements = Elements.littleEndian(Scalar.INT64, lengths.array(), where);
            return new Chunk.Fixed(cluster.first(), rows, elements, 0, Long.BYTES, 1);
        }

        /** Where the collection of each row ends, checked to rise and to be within what one cluster may hold. */
        private long[] ends(List<Integer> ids, int rows) {
            int id = pool.written(cluster, ids, where);
            byte[] bytes = pool.read(source, cluster, new Pool.Wanted(id, rows), where);
            boolean wide = PageDecoder.width(pool.schema().columns().get(id)) == Long.BYTES;
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            long[] ends = new long[rows];
            long before = 0;
            for (int row = 0; row < rows; row++) {
                ends[row] = wide ? buffer.getLong() : buffer.getInt() & 0xffff_ffffL;
                if (ends[row] < before || ends[row] > Integer.MAX_VALUE) {
                    throw Pool.damaged(where, "the collection of entry " + (cluster.first() + row) + " ends at " + ends[row]);
                }
                before = ends[row];
            }
            return ends;
        }
    }
}
