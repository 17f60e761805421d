package org.novum.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.novum.api.data.DataException;

/**
 * Decompresses gzip (RFC 1952) strictly: every member's checksum and length are verified, and what follows the last
 * member is refused unless it is zero padding.
 *
 * <p>{@link java.util.zip.GZIPInputStream} takes trailing garbage for the end of the file, so a damaged file could pass.
 */
final class GzipStream extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int FLAG_CHECKSUM = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;

    private final InputStream in;
    private final String label;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long memberBytes;
    private boolean finished;

    /**
     * @param in positioned at the first byte of the file
     * @param label what messages call the file
     */
    GzipStream(InputStream in, String label) throws IOException {
        this.in = in;
        this.label = label;
        readHeader(next());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!finished) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                memberBytes += count;
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw broken("it needs a preset dictionary, which gzip does not know", null);
            } else if (inflater.needsInput()) {
                refill();
                if (limit <= 0) {
                    throw truncated();
                }
                inflater.setInput(buffer, 0, limit);
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw broken("its compressed data are damaged", e);
        }
    }

    private void refill() throws IOException {
        position = 0;
        limit = in.read(buffer, 0, BUFFER);
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long expectedChecksum = littleEndian();
        long expectedBytes = littleEndian();
        if (expectedChecksum != checksum.getValue() || expectedBytes != (memberBytes & 0xFFFFFFFFL)) {
            throw broken("its checksum or length does not fit its content", null);
        }
        int following = nextOrEnd();
        while (following == 0) {
            following = nextOrEnd();
        }
        if (following < 0) {
            finished = true;
            return;
        }
        inflater.reset();
        checksum.reset();
        memberBytes = 0;
        readHeader(following);
    }

    private void readHeader(int first) throws IOException {
        if (first != 0x1F || next() != 0x8B) {
            throw new DataException(
                    label,
                    "bytes that are not gzip follow the compressed data",
                    "the file was damaged or appended to; get it again");
        }
        if (next() != 8) {
            throw broken("its compression method is unknown", null);
        }
        int flags = next();
        for (int i = 0; i < 6; i++) {
            next();
        }
        if ((flags & FLAG_EXTRA) != 0) {
            for (int left = next() | next() << 8; left > 0; left--) {
                next();
            }
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText();
        }
        if ((flags & FLAG_CHECKSUM) != 0) {
            next();
            next();
        }
        inflater.setInput(buffer, position, Math.max(0, limit - position));
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // the text ends with a zero byte
        }
    }

    private long littleEndian() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        int value = nextOrEnd();
        if (value < 0) {
            throw truncated();
        }
        return value;
    }

    private int nextOrEnd() throws IOException {
        if (position >= limit) {
            refill();
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }

    private DataException truncated() {
        return new DataException(
                label, "the gzip file ends in the middle of its data", "it was cut off; get it again");
    }

    private DataException broken(String problem, @org.jspecify.annotations.Nullable Throwable cause) {
        String what = "the gzip file is broken: " + problem;
        return cause == null
                ? new DataException(label, what, "get it again")
                : new DataException(label, what, "get it again", cause);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
