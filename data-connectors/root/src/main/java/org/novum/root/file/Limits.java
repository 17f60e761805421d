package org.novum.root.file;

import org.novum.api.data.DataException;

/** How much one object of a file may take in memory: what claims more is refused before room is made for it. */
public final class Limits {
    /** Bytes of one object, basket or column of a cluster, compressed or not: 256 MiB, where ROOT writes 32 kB to 30 MB. */
    public static final long MOST_BYTES = 1L << 28;

    /** How deep objects may be in objects, and directories in directories. */
    public static final int MOST_DEPTH = 64;

    /** Rows of a part: what reads it counts them with 32 bits. */
    public static final long MOST_ROWS = Integer.MAX_VALUE;

    private Limits() {}

    /** The refusal of something too large. */
    public static DataException tooMuch(String where, long bytes) {
        return new DataException(
                where,
                "it claims to be " + bytes + " bytes long, and " + MOST_BYTES + " are the most that is read at once",
                "check the file; write it again with smaller baskets or clusters");
    }
}
