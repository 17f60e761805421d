package org.novum.root.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.root.file.Compression;
import org.novum.root.file.Cursor;
import org.novum.root.file.Key;
import org.novum.root.file.Source;
import org.novum.root.stream.StreamedObject;

/** Where the rows of a branch are: in baskets of their own, the last ones perhaps inside the tree. */
final class Baskets {
    private final String branch;
    private final List<Stretch> stretches = new ArrayList<>();

    /** Rows of one basket. */
    private record Stretch(long first, long end, long seek, long bytes, @Nullable StreamedObject embedded) {}

    /**
     * Reads the branch's table of baskets.
     *
     * @param branch as the tree has it
     * @param source whose size bounds what baskets may claim
     */
    Baskets(StreamedObject branch, Source source) {
        this.branch = branch.text("fName");
        long[] seeks = branch.integers("fBasketSeek");
        long[] bytes = branch.integers("fBasketBytes");
        long[] firsts = branch.integers("fBasketEntry");
        List<@Nullable StreamedObject> embedded = branch.list("fBaskets");
        int written = (int) Math.min(branch.integer("fWriteBasket"), Integer.MAX_VALUE - 1);
        long claimed = 0;
        for (int i = 0; i <= written && i < firsts.length; i++) {
            StreamedObject inside = i < embedded.size() ? embedded.get(i) : null;
            long seek = at(seeks, i);
            long end = i < written && i + 1 < firsts.length ? firsts[i + 1] : branch.integer("fEntries");
            if (firsts[i] < 0 || (seek == 0 && inside == null) || end <= firsts[i]) {
                continue; // room for a basket that never came
            }
            if (!stretches.isEmpty() && stretches.getLast().end > firsts[i]) {
                throw damaged(source, "its baskets overlap at row " + firsts[i]);
            }
            long stored = seek == 0 ? 0 : at(bytes, i);
            claimed += Math.clamp(stored, 0, source.size());
            stretches.add(new Stretch(firsts[i], end, seek, stored, seek == 0 ? inside : null));
        }
        if (claimed > source.size()) {
            throw damaged(source, "its baskets claim " + claimed + " bytes of a file of " + source.size());
        }
    }

    private static long at(long[] values, int i) {
        return i < values.length ? values[i] : 0;
    }

    /** How many rows from the first are in baskets without a gap. */
    long rows() {
        long rows = 0;
        for (Stretch stretch : stretches) {
            if (stretch.first != rows) {
                break;
            }
            rows = stretch.end;
        }
        return rows;
    }

    /**
     * Reads the basket that holds a row.
     *
     * @throws DataException if there is none, or it is damaged
     */
    Basket read(Source source, long row) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Stretch stretch = stretches.get(middle);
            if (row < stretch.first) {
                high = middle - 1;
            } else if (row >= stretch.end) {
                low = middle + 1;
            } else {
                return read(source, stretch);
            }
        }
        throw damaged(source, "row " + row + " is in none of its baskets");
    }

    private Basket read(Source source, Stretch stretch) {
        String where = source.label() + ", branch " + branch + ", basket of row " + stretch.first;
        Basket basket = stretch.embedded == null
                ? stored(source, stretch, where)
                : embedded(stretch.embedded, stretch.first, where);
        if (basket.rows() != stretch.end - stretch.first) {
            throw new DataException(
                    where,
                    "it holds " + basket.rows() + " rows where the tree says " + (stretch.end - stretch.first),
                    "the file is damaged: get it again");
        }
        return basket;
    }

    private Basket stored(Source source, Stretch stretch, String where) {
        byte[] record = source.read(stretch.seek, stretch.bytes, "branch " + branch);
        Cursor cursor = new Cursor(record, where);
        Key key = Key.read(cursor);
        cursor.skip(6); // version, size of the buffer
        if (cursor.int32() < 0) { // room for offsets; negative where features follow
            cursor.skip(1);
        }
        int rows = cursor.int32();
        int last = cursor.int32();
        if (key.header() < cursor.position() || key.bytes() < key.header() || key.bytes() > record.length) {
            throw cursor.damaged("its record has a header of " + key.header() + " bytes and says it is " + key.bytes());
        }
        byte[] packed = cursor.at(key.header()).bytes(key.bytes() - key.header());
        byte[] content = Compression.decompress(packed, key.objectBytes() & 0xffff_ffffL, where);
        int border = last - key.header();
        if (border < 0 || border > content.length || rows < 0) {
            throw cursor.damaged("its rows end at byte " + border + " of " + content.length);
        }
        return new Basket(stretch.first, rows, content, border, offsets(content, border, key.header(), rows, where), where);
    }

    /** The places of rows, which follow the rows' bytes; null where every row is as long as the next. */
    private static int @Nullable [] offsets(byte[] content, int border, int header, int rows, String where) {
        Cursor cursor = new Cursor(content, where).at(border);
        if (cursor.remaining() < 4) {
            return null;
        }
        int count = cursor.count(cursor.int32(), 4);
        if (count < rows) {
            return null;
        }
        long[] places = new long[rows];
        for (int i = 0; i < rows; i++) {
            places[i] = cursor.int32();
        }
        return Basket.starts(places, header, border, cursor);
    }

    private static Basket embedded(StreamedObject basket, long first, String where) {
        byte[] content = basket.bytes("content");
        Cursor cursor = new Cursor(content == null ? new byte[0] : content, where);
        int header = (int) basket.integer("header");
        int last = (int) basket.integer("last");
        long rows = basket.integer("rows");
        if (content == null || header < 0 || last < header || last > content.length || rows < 0) {
            throw cursor.damaged("the basket inside the tree has no rows, or not all of them");
        }
        long[] places = basket.integers("offsets");
        byte[] data = cursor.at(header).bytes(last - header);
        int[] starts = places.length < rows || rows == 0
                ? null
                : Basket.starts(java.util.Arrays.copyOf(places, (int) rows), header, data.length, cursor);
        return new Basket(first, (int) rows, data, data.length, starts, where);
    }

    private DataException damaged(Source source, String problem) {
        return new DataException(
                source.label() + ", branch " + branch, problem, "the file is damaged: get it again, or leave the column out");
    }
}
