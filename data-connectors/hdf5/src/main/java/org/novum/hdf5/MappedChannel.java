package org.novum.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A file of any size, mapped into memory, that is read at places alone: what a damaged file states to be behind its end is an
 * error at once, where the library would read the last bytes again and again.
 */
final class MappedChannel extends FileChannel {
    private final Arena mapping = Arena.ofShared();
    private final MemorySegment bytes;

    /** @param file may be closed afterwards */
    MappedChannel(FileChannel file) throws IOException {
        try {
            bytes = file.map(MapMode.READ_ONLY, 0, file.size(), mapping);
        } catch (Throwable broken) {
            mapping.close();
            throw broken;
        }
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        int length = target.remaining();
        target.put(part(position, length));
        return length;
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return (MappedByteBuffer) part(position, size); // as every buffer of mapped memory is
    }

    private ByteBuffer part(long position, long length) throws IOException {
        if (position < 0 || length < 0 || length > Integer.MAX_VALUE || position > bytes.byteSize() - length) {
            throw new EOFException("it states " + length + " bytes from " + position + " on, and has " + bytes.byteSize());
        }
        return bytes.asSlice(position, length).asByteBuffer();
    }

    @Override
    public long size() {
        return bytes.byteSize();
    }

    @Override
    protected void implCloseChannel() {
        mapping.close();
    }

    @Override
    public int read(ByteBuffer target) {
        throw placeless();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw placeless();
    }

    @Override
    public long position() {
        throw placeless();
    }

    @Override
    public FileChannel position(long position) {
        throw placeless();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw placeless();
    }

    private static UnsupportedOperationException placeless() {
        return new UnsupportedOperationException("a mapped file is read at places alone");
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer source, long position) {
        throw new NonWritableChannelException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean metadata) {
        // Nothing is written.
    }
}
