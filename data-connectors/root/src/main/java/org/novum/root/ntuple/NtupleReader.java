package org.novum.root.ntuple;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.novum.api.data.DataException;
import org.novum.root.column.Table;
import org.novum.root.file.Cursor;
import org.novum.root.file.Key;
import org.novum.root.file.Limits;
import org.novum.root.file.RootFile;
import org.novum.root.file.Source;

/** Reads what an ntuple says of itself: anchor, header, footer and page lists; pages stay in the file. */
public final class NtupleReader {
    private static final int CLASS_VERSION = 6;

    private NtupleReader() {}

    /** Whether a key holds an ntuple's anchor. */
    public static boolean isNtuple(Key key) {
        return key.className().equals("ROOT::RNTuple") || key.className().equals("ROOT::Experimental::RNTuple");
    }

    /**
     * Reads an ntuple.
     *
     * @param source the open file
     * @param item the anchor in it
     */
    public static Table read(Source source, RootFile.Item item) {
        String where = source.label() + ", ntuple " + item.path();
        Anchor anchor = Anchor.read(source, item.key(), where);
        Envelope header = Envelope.read(source, anchor.header, anchor.headerLength, Envelope.Kind.HEADER);
        Schema schema = new Schema();
        LittleCursor cursor = header.payload();
        Schema.requireNoFeatures(cursor);
        cursor.text(); // its name, which the key has too
        cursor.text(); // a description
        cursor.text(); // the program that wrote it
        schema.add(cursor);
        List<Cluster> clusters = clusters(source, anchor, header, schema);
        long rows = 0;
        for (Cluster cluster : clusters) {
            if (cluster.first() != rows) {
                throw cursor.damaged("a cluster begins at entry " + cluster.first() + ", not " + rows);
            }
            rows += cluster.entries();
            if (cluster.entries() > Limits.MOST_ROWS || rows > Limits.MOST_ROWS) {
                throw new DataException(
                        where,
                        "it claims to have more than " + Limits.MOST_ROWS + " rows, the most that one part may have",
                        "the file is damaged, or write it in several files, which are read as parts of one dataset");
            }
        }
        FieldWalk walk = new FieldWalk(new Pool(schema, clusters), rows);
        return new Table(item.path(), rows, walk.columns(), walk.unread());
    }

    private static List<Cluster> clusters(Source source, Anchor anchor, Envelope header, Schema schema) {
        LittleCursor cursor =
                Envelope.read(source, anchor.footer, anchor.footerLength, Envelope.Kind.FOOTER).payload();
        Schema.requireNoFeatures(cursor);
        if (cursor.int64() != header.checksum()) {
            throw cursor.damaged("it belongs to another header");
        }
        LittleCursor.Frame extension = cursor.record();
        if (cursor.isBefore(extension)) {
            schema.add(cursor);
        }
        cursor.leave(extension);
        List<Cluster> clusters = new ArrayList<>();
        LittleCursor.Frame groups = cursor.list();
        long claimed = 0;
        for (int i = 0; i < groups.items(); i++) {
            LittleCursor.Frame group = cursor.record();
            cursor.int64(); // first entry
            cursor.int64(); // how many there are
            cursor.int32(); // clusters
            long length = cursor.int64();
            LittleCursor.Locator at = cursor.locator();
            claimed += Math.max(at.size(), 1);
            if (claimed > source.size()) {
                throw cursor.damaged("its page lists claim more bytes than the file has");
            }
            clusters.addAll(Cluster.read(Envelope.read(source, at, length, Envelope.Kind.PAGE_LIST).payload()));
            cursor.leave(group);
        }
        clusters.removeIf(cluster -> cluster.entries() == 0);
        clusters.sort(Comparator.comparingLong(Cluster::first));
        return List.copyOf(clusters);
    }

    /** Where header and footer are. */
    private record Anchor(
            LittleCursor.Locator header, long headerLength, LittleCursor.Locator footer, long footerLength) {
        static Anchor read(Source source, Key key, String where) {
            byte[] bytes = key.object(source);
            Cursor cursor = new Cursor(bytes, where);
            cursor.bytesAhead(CLASS_VERSION);
            int epoch = cursor.int16();
            int major = cursor.int16();
            if (epoch != 1) {
                throw new DataException(
                        where,
                        "its format is " + epoch + "." + major + ", from before RNTuple's release",
                        "write it again with ROOT 6.34 or newer");
            }
            cursor.skip(4); // minor version and patch
            LittleCursor.Locator header = new LittleCursor.Locator(cursor.int64(), cursor.int64());
            long headerLength = cursor.int64();
            LittleCursor.Locator footer = new LittleCursor.Locator(cursor.int64(), cursor.int64());
            long footerLength = cursor.int64();
            cursor.int64(); // size of the largest record
            int end = cursor.position();
            if (cursor.remaining() >= Long.BYTES
                    && cursor.at(bytes.length - (long) Long.BYTES).int64()
                            != XxHash3.of(bytes, CLASS_VERSION, bytes.length - CLASS_VERSION - Long.BYTES)) {
                throw cursor.at(end).damaged("the checksum of its anchor is wrong");
            }
            return new Anchor(header, headerLength, footer, footerLength);
        }
    }
}
