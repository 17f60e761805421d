package org.novum.root.ntuple;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.novum.api.data.DataException;
import org.novum.root.file.Compression;
import org.novum.root.file.Source;

/** A block of an ntuple's description, with its kind in front and its checksum at the end. */
record Envelope(LittleCursor payload, long checksum) {
    private static final int FRAME = 16;

    /** The kinds of envelope, with the ids of the specification. */
    enum Kind {
        HEADER(1, "header"),
        FOOTER(2, "footer"),
        PAGE_LIST(3, "page list");

        private final int id;
        private final String words;

        Kind(int id, String words) {
            this.id = id;
            this.words = words;
        }
    }

    /**
     * Reads an envelope.
     *
     * @param at its compressed bytes
     * @param length of it when it is decompressed
     * @throws DataException if it is of another kind or its checksum is wrong
     */
    static Envelope read(Source source, LittleCursor.Locator at, long length, Kind kind) {
        String where = source.label() + ", " + kind.words + " of the ntuple";
        byte[] bytes = Compression.decompress(source.read(at.offset(), at.size(), kind.words + " of the ntuple"), length, where);
        if (bytes.length < FRAME) {
            throw damaged(where, "it is too short");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long head = buffer.getLong(0);
        if ((head & 0xffff) != kind.id || head >>> 16 != bytes.length) {
            throw damaged(where, "it says it is of kind " + (head & 0xffff) + " and " + (head >>> 16) + " bytes long");
        }
        long checksum = buffer.getLong(bytes.length - 8);
        if (checksum != XxHash3.of(bytes, 0, bytes.length - 8)) {
            throw damaged(where, "its checksum is wrong");
        }
        LittleCursor cursor = new LittleCursor(bytes, bytes.length - 8, where);
        cursor.int64();
        return new Envelope(cursor, checksum);
    }

    private static DataException damaged(String where, String problem) {
        return new DataException(where, problem, "the file is damaged: get it again");
    }
}
