package org.novum.root.ntuple;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.novum.root.written.Out;
import org.novum.root.written.Packing;
import org.novum.root.written.WrittenFile;

/** Writes an ntuple of two clusters, after the RNTuple Binary Format Specification 1.0. */
public final class WrittenNtuple {
    private static final int CHECKSUM = 8;

    private final Packing packing;
    private final Checks checks;
    private final WrittenFile file;
    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<int[]> aliases = new ArrayList<>();
    private long headerChecksum;

    /** Whether pages have checksums after them, which they may leave out. */
    public enum Checks {
        WRITTEN,
        LEFT_OUT
    }

    /** A field; {@code role} and {@code repeated} as the specification numbers them. */
    record Field(String name, String type, int parent, int role, long repeated, String description) {}

    /**
     * A column.
     *
     * @param pages of each cluster: bytes as they are before compression, and how many elements they hold
     */
    record Column(int type, int bits, int field, double min, double max, List<List<Page>> pages) {}

    /** Elements as they are encoded. */
    record Page(int elements, byte[] bytes) {}

    private WrittenNtuple(Packing packing, Checks checks) {
        this.packing = packing;
        this.checks = checks;
        this.file = new WrittenFile(packing, 10);
    }

    static WrittenNtuple of(Packing packing) {
        return new WrittenNtuple(packing, Checks.WRITTEN);
    }

    /** Adds a field and gives its id; a parent of -1 means that it is at the top. */
    int field(String name, String type, int parent, int role) {
        return field(new Field(name, type, parent, role, 0, ""));
    }

    int field(Field field) {
        fields.add(field);
        return fields.size() - 1;
    }

    /** Adds a column with one page in each cluster. */
    int column(int field, int type, int bits, Page... clusters) {
        return column(new Column(type, bits, field, 0, 0, java.util.Arrays.stream(clusters).map(List::of).toList()));
    }

    int column(Column column) {
        columns.add(column);
        return columns.size() - 1;
    }

    WrittenNtuple alias(int column, int field) {
        aliases.add(new int[] {column, field});
        return this;
    }

    /** Bytes of the whole file. */
    byte[] bytes(int... clusterEntries) {
        long[] header = envelope(1, header());
        List<List<List<long[]>>> places = new ArrayList<>();
        for (int cluster = 0; cluster < clusterEntries.length; cluster++) {
            List<List<long[]>> ofCluster = new ArrayList<>();
            for (Column column : columns) {
                List<long[]> pages = new ArrayList<>();
                for (Page page : column.pages.get(cluster)) {
                    pages.add(page(page));
                }
                ofCluster.add(pages);
            }
            places.add(ofCluster);
        }
        long[] pageList = envelope(3, pageList(places, clusterEntries));
        long[] footer = envelope(2, footer(pageList, clusterEntries));
        Out anchor = new Out(ByteOrder.BIG_ENDIAN).int16(1).int16(0).int16(0).int16(0);
        for (long[] envelope : List.of(header, footer)) {
            anchor.int64(envelope[0]).int64(envelope[1]).int64(envelope[2]);
        }
        anchor.int64(1 << 30);
        byte[] content = anchor.bytes();
        Out whole = new Out(ByteOrder.BIG_ENDIAN).int32(0x4000_0000L | content.length + 2).int16(2).raw(content);
        whole.int64(XxHash3.of(content, 0, content.length));
        return file.add("Events", "ROOT::RNTuple", 1, whole.bytes()).bytes();
    }

    private static Out little() {
        return new Out(ByteOrder.LITTLE_ENDIAN);
    }

    /** Offset, compressed size, size. */
    private long[] envelope(int kind, byte[] payload) {
        int length = payload.length + 16;
        Out out = little().int64(kind | (long) length << 16).raw(payload);
        long checksum = XxHash3.of(out.bytes(), 0, out.size());
        headerChecksum = kind == 1 ? checksum : headerChecksum;
        byte[] packed = packing.pack(out.int64(checksum).bytes());
        return new long[] {file.append(packed), packed.length, length};
    }

    private long[] page(Page page) {
        byte[] packed = packing.pack(page.bytes);
        Out out = little().raw(packed);
        if (checks == Checks.WRITTEN) {
            out.int64(XxHash3.of(packed, 0, packed.length));
        }
        return new long[] {file.append(out.bytes()), packed.length, page.elements};
    }

    private static Out text(Out out, String text) {
        return out.int32(text.length()).letters(text);
    }

    private static Out record(Out out, Out content) {
        return out.int64(content.size() + 8L).raw(content.bytes());
    }

    private static Out list(Out out, int items, Out content) {
        return out.int64(-(content.size() + 12L)).int32(items).raw(content.bytes());
    }

    private byte[] header() {
        Out out = little().int64(0);
        text(text(text(out, "Events"), ""), "test");
        Out list = little();
        for (int id = 0; id < fields.size(); id++) {
            Field field = fields.get(id);
            Out each = little().int32(0).int32(0).int32(field.parent < 0 ? id : field.parent).int16(field.role);
            each.int16(field.repeated > 0 ? 1 : 0);
            text(text(text(text(each, field.name), field.type), ""), field.description);
            record(list, field.repeated > 0 ? each.int64(field.repeated) : each);
        }
        list(out, fields.size(), list);
        list = little();
        for (Column column : columns) {
            boolean ranged = column.max > column.min;
            Out each = little().int16(column.type).int16(column.bits).int32(column.field).int16(ranged ? 2 : 0).int16(0);
            record(list, ranged ? each.real64(column.min).real64(column.max) : each);
        }
        list(out, columns.size(), list);
        list = little();
        for (int[] alias : aliases) {
            record(list, little().int32(alias[0]).int32(alias[1]));
        }
        list(out, aliases.size(), list);
        return list(out, 0, little()).bytes();
    }

    private byte[] footer(long[] pageList, int[] clusters) {
        Out out = little().int64(0).int64(headerChecksum);
        record(out, little());
        Out group = little().int64(0).int64(IntStream.of(clusters).sum()).int32(clusters.length);
        group.int64(pageList[2]).int32(pageList[1]).int64(pageList[0]);
        Out groups = little();
        record(groups, group);
        return list(out, 1, groups).bytes();
    }

    private byte[] pageList(List<List<List<long[]>>> places, int[] clusters) {
        Out out = little().int64(headerChecksum);
        Out summaries = little();
        long first = 0;
        for (int entries : clusters) {
            record(summaries, little().int64(first).int64(entries));
            first += entries;
        }
        list(out, clusters.length, summaries);
        Out outer = little();
        for (List<List<long[]>> cluster : places) {
            Out columnsOut = little();
            for (List<long[]> column : cluster) {
                Out pages = little();
                for (long[] page : column) {
                    pages.int32(checks == Checks.WRITTEN ? -page[2] : page[2]).int32(page[1]).int64(page[0]);
                }
                pages.int64(0).int32(0);
                columnsOut.int64(-(pages.size() + 12L)).int32(column.size()).raw(pages.bytes());
            }
            list(outer, cluster.size(), columnsOut);
        }
        return list(out, places.size(), outer).bytes();
    }

    /** A page of numbers that are not encoded. */
    static Page doubles(double... values) {
        Out out = little();
        for (double value : values) {
            out.real64(value);
        }
        return new Page(values.length, out.bytes());
    }

    /** A page of 64-bit integers or ends, not encoded. */
    static Page longs(long... values) {
        Out out = little();
        for (long value : values) {
            out.int64(value);
        }
        return new Page(values.length, out.bytes());
    }

    /** A page of bytes. */
    static Page letters(String text) {
        return new Page(text.length(), little().letters(text).bytes());
    }

    /** An ntuple of numbers, lists and texts, with a projection. */
    public static byte[] sample(Packing packing, Checks checks) {
        WrittenNtuple ntuple = new WrittenNtuple(packing, checks);
        int number = ntuple.field("number", "double", -1, 0);
        int list = ntuple.field("list", "std::vector<double>", -1, 1);
        int item = ntuple.field("_0", "double", list, 0);
        int text = ntuple.field("text", "std::string", -1, 0);
        int count = ntuple.field("count", "ROOT::RNTupleCardinality<std::uint32_t>", -1, 0);
        ntuple.column(number, 0x0D, 64, doubles(1.5, 2.5, 3.5), doubles(4.5, 5.5));
        int ends = ntuple.column(list, 0x0F, 64, longs(2, 2, 3), longs(1, 2));
        ntuple.column(item, 0x0D, 64, doubles(1, 2, 3), doubles(4, 5));
        ntuple.column(text, 0x0F, 64, longs(1, 1, 4), longs(2, 2));
        ntuple.column(text, 0x02, 8, letters("abcd"), letters("ef"));
        return ntuple.alias(ends, count).bytes(3, 2);
    }
}
