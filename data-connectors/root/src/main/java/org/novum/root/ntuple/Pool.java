package org.novum.root.ntuple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.novum.api.data.DataException;
import org.novum.root.file.Compression;
import org.novum.root.file.Limits;
import org.novum.root.file.Source;

/**
 * Columns of an ntuple on disk.
 *
 * @param schema fields and columns
 * @param clusters in the order of their entries, none of them empty
 */
record Pool(Schema schema, List<Cluster> clusters) {
    private static final int CHECKSUM = 8;

    /** The cluster that holds an entry. */
    Cluster cluster(long entry) {
        int low = 0;
        int high = clusters.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (clusters.get(middle).first() <= entry) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return clusters.get(low);
    }

    /**
     * The column, among those that write the same thing in different ways, that a cluster has.
     *
     * @param ids of the columns
     * @param where file and field, for messages
     */
    int written(Cluster cluster, List<Integer> ids, String where) {
        for (int id : ids) {
            if (id < cluster.columns().size() && !cluster.columns().get(id).suppressed()) {
                return id;
            }
            if (id >= cluster.columns().size() && schema.columns().get(id).deferred()) {
                return id; // it came after this cluster was written
            }
        }
        throw damaged(where, "the cluster of entry " + cluster.first() + " does not have it");
    }

    /**
     * Reads what a cluster has of a column, as plain little-endian numbers.
     *
     * @param id of the column
     * @param wanted how many elements are needed; those that a column lacks because it came later are zero
     * @param where file and field, for messages
     */
    byte[] read(Source source, Cluster cluster, Wanted wanted, String where) {
        Schema.Column column = schema.columns().get(wanted.id);
        int width = PageDecoder.width(column);
        int bits = PageDecoder.bits(column);
        Cluster.Pages pages = wanted.id < cluster.columns().size()
                ? cluster.columns().get(wanted.id)
                : new Cluster.Pages(List.of(), false);
        long there = pages.elements();
        long elements = Math.max(there, wanted.count < 0 ? there : wanted.count);
        if (bits == 0) {
            throw damaged(where, "its elements are of type " + column.type() + " with " + column.bits() + " bits");
        }
        if (there < wanted.count && !column.deferred()) {
            throw damaged(where, "the cluster of entry " + cluster.first() + " holds " + there + " of its "
                    + wanted.count + " elements");
        }
        if (elements * width > Limits.MOST_BYTES || elements > Limits.MOST_BYTES) {
            throw Limits.tooMuch(where, elements * width);
        }
        requirePlausible(source, pages, bits, where);
        ByteBuffer target = ByteBuffer.allocate((int) elements * width).order(ByteOrder.LITTLE_ENDIAN);
        target.position((int) (elements - there) * width);
        for (Cluster.Page page : pages.pages()) {
            long size = ((long) page.elements() * bits + 7) / 8;
            PageDecoder.decode(column, page(source, page, size, where), page.elements(), target);
        }
        return target.array();
    }

    /**
     * What to read of a column.
     *
     * @param id of the column
     * @param count of elements that there must be, or -1 for all that there are
     */
    record Wanted(int id, long count) {}

    /** Pages are written one by one, so that together they take no more of the file than it has. */
    private static void requirePlausible(Source source, Cluster.Pages pages, int bits, String where) {
        long packed = 0;
        for (Cluster.Page page : pages.pages()) {
            long size = ((long) page.elements() * bits + 7) / 8;
            if (page.at().size() < 0 || page.at().size() > size) {
                throw damaged(where, "a page of " + size + " bytes claims to take " + page.at().size() + " in the file");
            }
            packed += page.at().size();
        }
        if (packed > source.size()) {
            throw damaged(where, "its pages claim " + packed + " bytes of a file of " + source.size());
        }
    }

    private static byte[] page(Source source, Cluster.Page page, long size, String where) {
        long packed = page.at().size();
        byte[] bytes = source.read(page.at().offset(), packed + (page.checksum() ? CHECKSUM : 0), "a page of the ntuple");
        if (page.checksum()) {
            long stated = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong((int) packed);
            if (stated != XxHash3.of(bytes, 0, (int) packed)) {
                throw damaged(where, "the checksum of a page at byte " + page.at().offset() + " is wrong");
            }
            bytes = java.util.Arrays.copyOf(bytes, (int) packed);
        }
        return Compression.decompress(bytes, size, where);
    }

    static DataException damaged(String where, String problem) {
        return new DataException(where, problem, "the file is damaged: get it again, or leave the column out");
    }
}
