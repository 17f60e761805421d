package org.novum.root.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.DataException;

/**
 * Header and directories of a ROOT file (ROOT's class documentation of TFile, TDirectory and TKey).
 *
 * @param version of ROOT that wrote it, for instance 62208 for 6.22/08
 * @param items everything in all directories, in the order of the file
 * @param streamers the record with the streamer information, if there is one
 */
public record RootFile(int version, List<Item> items, Optional<Key> streamers) {
    private static final int MAGIC = 'r' << 24 | 'o' << 16 | 'o' << 8 | 't';
    private static final int LARGE_FILE = 1_000_000;
    private static final int LONGEST_HEADER = 128;
    private static final int SMALLEST_KEY = 26;

    /** Copies the list. */
    public RootFile {
        items = List.copyOf(items);
    }

    /**
     * An object in a directory.
     *
     * @param path of directories and name, joined with slashes
     * @param key of the object
     */
    public record Item(String path, Key key) {}

    /**
     * Reads header and directories.
     *
     * @throws DataException if it is no ROOT file or is damaged
     */
    public static RootFile of(Source source) {
        String where = source.label() + ", header";
        if (source.size() == 0) {
            throw new DataException(source.label(), "the file is empty", "get it again");
        }
        Cursor cursor = new Cursor(source.read(0, Math.min(LONGEST_HEADER, source.size()), "header"), where);
        if (cursor.remaining() < 4 || cursor.int32() != MAGIC) {
            throw new DataException(
                    source.label(), "this is not a ROOT file: it does not begin with the letters root", "name a ROOT file");
        }
        int version = cursor.int32();
        int begin = cursor.int32();
        int width = version >= LARGE_FILE ? 8 : 4;
        long end = cursor.pointer(width);
        cursor.pointer(width); // list of free space
        cursor.skip(8);
        int nameBytes = cursor.int32();
        cursor.skip(5); // width of pointers, compression
        long seekInfo = cursor.pointer(width);
        int infoBytes = cursor.int32();
        if (end > source.size()) {
            throw new DataException(
                    source.label(),
                    "its header says that it has " + end + " bytes, and it has " + source.size(),
                    "the file is cut off: get it again");
        }
        Walk walk = new Walk(source);
        walk.directory(begin + (long) nameBytes, "", 0);
        return new RootFile(version % LARGE_FILE, walk.items, streamers(source, seekInfo, infoBytes));
    }

    private static Optional<Key> streamers(Source source, long seek, int bytes) {
        if (seek <= 0 || bytes <= 0) {
            return Optional.empty();
        }
        String what = "streamer information";
        return Optional.of(Key.read(new Cursor(source.read(seek, bytes, what), source.label() + ", " + what)));
    }

    /** A walk through the directories that comes to each of them once. */
    private static final class Walk {
        private final Source source;
        private final List<Item> items = new ArrayList<>();
        private final Set<Long> seen = new HashSet<>();

        Walk(Source source) {
            this.source = source;
        }

        void directory(long seek, String path, int depth) {
            String what = path.isEmpty() ? "top directory" : "directory " + path;
            if (!seen.add(seek) || depth > Limits.MOST_DEPTH) {
                throw new DataException(
                        source.label() + ", " + what,
                        "it is inside itself, or too deep",
                        "the file is damaged: get it again");
            }
            long rest = Math.min(64, source.size() - seek);
            Cursor cursor = new Cursor(source.read(seek, rest, what), source.label() + ", " + what);
            int version = cursor.int16();
            cursor.skip(8); // when it was made and changed
            int keyBytes = cursor.int32();
            cursor.skip(4);
            int width = version > 1000 ? 8 : 4;
            cursor.pointer(width); // itself
            cursor.pointer(width); // its parent
            long seekKeys = cursor.pointer(width);
            if (seekKeys != 0) {
                keys(new Cursor(source.read(seekKeys, keyBytes, what), source.label() + ", " + what), path, depth);
            }
        }

        private void keys(Cursor cursor, String path, int depth) {
            Key list = Key.read(cursor);
            cursor.seek(list.header());
            int count = cursor.count(cursor.int32(), SMALLEST_KEY);
            for (int i = 0; i < count; i++) {
                Key key = Key.read(cursor);
                if (key.isDirectory()) {
                    directory(key.seek() + key.header(), path + key.name() + "/", depth + 1);
                } else {
                    items.add(new Item(path + key.name(), key));
                }
            }
        }
    }
}
