package org.novum.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;

/**
 * Cuts a stream of text into {@link Block}s at the ends of records; the cuts depend on the bytes alone.
 *
 * <p>A line feed within quotes does not end a record. Digests all bytes on their way.
 */
final class BlockReader implements AutoCloseable {
    /** A record longer than this is taken for a quote that was never closed, or for no table at all. */
    static final int LONGEST_RECORD = 1 << 26;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;

    private final InputStream in;
    private final String label;
    private final @Nullable MessageDigest digest;
    private final ConcurrentLinkedQueue<Block> spare = new ConcurrentLinkedQueue<>();
    private Block filling = new Block(Block.SIZE);
    private long bytes;
    private boolean atEnd;
    private final boolean lookForQuotes;
    private Quotes quotes = Quotes.NONE;

    /** Whether a text has quotes. */
    enum Quotes {
        /** It has some. */
        SOME,
        /** It has none, so that every line feed ends a record. */
        NONE
    }

    private BlockReader(InputStream in, String label, @Nullable MessageDigest digest, Quotes expected) {
        this.in = in;
        this.label = label;
        this.digest = digest;
        this.lookForQuotes = expected == Quotes.SOME;
    }

    /** Reads without a digest what was read before: whether there are quotes is known. */
    static BlockReader again(InputStream in, String label, Quotes quotes) {
        return new BlockReader(in, label, null, quotes);
    }

    /** Reads and digests. */
    static BlockReader digesting(InputStream in, String label) {
        return new BlockReader(in, label, SourceBytes.sha256(), Quotes.SOME);
    }

    /** The next block, or null at the end. Give it back with {@link #release}. */
    @Nullable Block next() {
        Block block = filling;
        int searched = block.start;
        boolean quoted = false;
        while (true) {
            fill(block);
            quoted = quoted || lookForQuotes && hasQuote(block.bytes, searched, block.end);
            searched = block.end;
            if (atEnd) {
                return last(block, quoted);
            }
            int cut = quoted ? lastRecordEnd(block) : lastLineFeed(block);
            if (cut > block.start) {
                carry(block, cut);
                return finished(block, quoted);
            }
            if (block.capacity() >= LONGEST_RECORD) {
                throw new DataException(
                        label,
                        "a row is longer than " + (LONGEST_RECORD >> 20) + " MiB",
                        "check that it is a table of text, and that every quote is closed");
            }
            block.grow(2L * block.capacity());
        }
    }

    /** Takes back a block that nobody reads any more. */
    void release(Block block) {
        if (block.capacity() == Block.SIZE) {
            spare.add(block);
        }
    }

    /** Decompressed bytes read so far. */
    long bytes() {
        return bytes;
    }

    /** Whether there were quotes so far. */
    Quotes quotes() {
        return quotes;
    }

    /** Lower-case hexadecimal SHA-256 of all bytes; only at the end and only of a digesting reader. */
    String sha256() {
        if (digest == null) {
            throw new IllegalStateException("this reader does not digest");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void fill(Block block) {
        int limit = NumberText.PADDING + block.capacity();
        try {
            while (block.end < limit) {
                int count = in.read(block.bytes, block.end, limit - block.end);
                if (count < 0) {
                    atEnd = true;
                    return;
                }
                if (digest != null) {
                    digest.update(block.bytes, block.end, count);
                }
                bytes += count;
                block.end += count;
            }
        } catch (IOException e) {
            throw SourceBytes.unreadable(label, e);
        }
    }

    private @Nullable Block last(Block block, boolean quoted) {
        if (block.end == block.start) {
            return null;
        }
        filling = new Block(0);
        if (block.bytes[block.end - 1] != '\n') {
            block.bytes[block.end++] = '\n';
        }
        return finished(block, quoted);
    }

    private Block finished(Block block, boolean quoted) {
        block.quoted = quoted;
        quotes = quoted ? Quotes.SOME : quotes;
        int end = block.end;
        while (end > block.start && (block.bytes[end - 1] == '\n' || block.bytes[end - 1] == '\r')) {
            end--;
        }
        int firstEnd = end;
        while (firstEnd < block.end && block.bytes[firstEnd] != '\n') {
            firstEnd++;
        }
        boolean onlyBlank = end == block.start;
        block.blankEnding = onlyBlank || firstEnd + 1 < block.end;
        block.endAt(onlyBlank ? block.start : Math.min(block.end, firstEnd + 1));
        return block;
    }

    /** Moves what follows the cut to the next block. */
    private void carry(Block block, int cut) {
        int rest = block.end - cut;
        Block next = spare.poll();
        if (next == null) {
            next = new Block(Block.SIZE);
        }
        next.reset();
        if (rest >= next.capacity()) {
            next.grow(2L * rest);
        }
        System.arraycopy(block.bytes, cut, next.bytes, next.start, rest);
        next.end = next.start + rest;
        filling = next;
        block.end = cut;
    }

    private static int lastLineFeed(Block block) {
        int at = block.end;
        while (at > block.start && block.bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static int lastRecordEnd(Block block) {
        int end = block.start;
        boolean inside = false;
        for (int at = block.start; at < block.end; at++) {
            byte value = block.bytes[at];
            if (value == '"') {
                inside = !inside;
            } else if (value == '\n' && !inside) {
                end = at + 1;
            }
        }
        return end;
    }

    private static boolean hasQuote(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 32 <= to; at += 32) {
            long found = quotes(bytes, at) | quotes(bytes, at + 8) | quotes(bytes, at + 16) | quotes(bytes, at + 24);
            if ((found & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '"') {
                return true;
            }
        }
        return false;
    }

    /** High bits are set from the first quote of eight bytes on; whether there is one is exact. */
    private static long quotes(byte[] bytes, int at) {
        long difference = (long) WORD.get(bytes, at) ^ QUOTES;
        return difference - ONES & ~difference;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw SourceBytes.unreadable(label, e);
        }
    }
}
