package org.novum.columnar;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.BufferManager;
import org.apache.arrow.memory.RootAllocator;

/**
 * Memory for the batches of one Arrow file. Arrow's own reader forgets what it had made room for when a batch turns out to be
 * damaged; here that is given back at the end.
 */
final class BatchMemory extends RootAllocator {
    /** What a batch may always take, in bytes; and how many times its file's size beyond that. */
    private static final long USUAL = 1L << 28;

    private static final long MOST_TIMES = 64;

    private final List<ArrowBuf> made = new ArrayList<>();

    /**
     * As much as a file of this size can need.
     *
     * @param fileSize in bytes
     * @param user whose own limit holds as well
     */
    BatchMemory(long fileSize, BufferAllocator user) {
        super(Math.min(Math.max(USUAL, MOST_TIMES * fileSize), user.getHeadroom()));
    }

    @Override
    public ArrowBuf buffer(long size, BufferManager manager) {
        ArrowBuf buffer = super.buffer(size, manager);
        synchronized (made) {
            made.add(buffer);
        }
        return buffer;
    }

    /**
     * Does work that may take so much more, and no more: offsets and lengths in a damaged batch ask for anything.
     *
     * @throws org.apache.arrow.memory.OutOfMemoryException if it needs more
     */
    void within(long bytes, Runnable work) {
        long limit = getLimit();
        setLimit(Math.min(limit, getAllocatedMemory() + bytes));
        try {
            work.run();
        } finally {
            setLimit(limit);
        }
    }

    /** Forgets buffers that were given back. */
    void tidy() {
        synchronized (made) {
            made.removeIf(buffer -> buffer.getReferenceManager().getRefCount() == 0);
        }
    }

    /** Gives back what the reader forgot; nobody may use a batch any more. */
    @Override
    public void close() {
        synchronized (made) {
            for (ArrowBuf buffer : made) {
                int kept = buffer.getReferenceManager().getRefCount();
                if (kept > 0) {
                    buffer.getReferenceManager().release(kept);
                }
            }
            made.clear();
        }
        super.close();
    }
}
