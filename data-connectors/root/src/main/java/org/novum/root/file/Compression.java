package org.novum.root.file;

import org.novum.api.data.DataException;

/**
 * ROOT's compression: blocks of at most 16 MiB, each with a header of nine bytes.
 *
 * <p>Two letters name the algorithm, a byte its method, three bytes each the compressed and the uncompressed size, least
 * significant first; after {@code L4} come eight bytes of XXH64 over the compressed data (RNTuple Binary Format
 * Specification 1.0, "Compression Block"; ROOT's RZip).
 */
public final class Compression {
    private static final int HEADER = 9;

    private Compression() {}

    /**
     * Decompresses a whole object.
     *
     * @param blocks one after the other
     * @param size of the object when it is decompressed, at most {@link Limits#MOST_BYTES}
     * @param where file and object, for messages
     */
    public static byte[] decompress(byte[] blocks, long size, String where) {
        if (size == blocks.length) {
            return blocks;
        }
        if (size < 0 || size > Limits.MOST_BYTES) {
            throw Limits.tooMuch(where, size);
        }
        requireSize(blocks, size, where);
        byte[] target = new byte[(int) size];
        int from = 0;
        int to = 0;
        while (to < target.length) {
            int packed = threeBytes(blocks, from + 3);
            int unpacked = threeBytes(blocks, from + 6);
            Codecs.decompress(new Block(blocks, from, packed, target, to, unpacked, where));
            from += HEADER + packed;
            to += unpacked;
        }
        return target;
    }

    /** The blocks must say that they hold as much as the object claims, before room is made for it. */
    private static void requireSize(byte[] blocks, long size, String where) {
        long unpacked = 0;
        int from = 0;
        while (unpacked < size) {
            if (blocks.length - from < HEADER) {
                throw damaged(where, "its compressed blocks hold " + unpacked + " of " + size + " bytes");
            }
            int packed = threeBytes(blocks, from + 3);
            int more = threeBytes(blocks, from + 6);
            if (packed > blocks.length - from - HEADER || more == 0) {
                throw damaged(where, "a compressed block of it is cut off or empty");
            }
            unpacked += more;
            from += HEADER + packed;
        }
        if (unpacked != size) {
            throw damaged(where, "its compressed blocks hold " + unpacked + " bytes, not " + size);
        }
    }

    private static int threeBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    }

    static DataException damaged(String where, String problem) {
        return new DataException(where, problem, "the file is damaged: get it again");
    }

    /** A block with its header, and where what it holds goes. */
    record Block(byte[] bytes, int from, int packed, byte[] target, int to, int unpacked, String where) {
        /** The two letters that name the algorithm. */
        String algorithm() {
            return "" + (char) (bytes[from] & 0xff) + (char) (bytes[from + 1] & 0xff);
        }

        /** Where the compressed data begin. */
        int start() {
            return from + HEADER;
        }
    }
}
