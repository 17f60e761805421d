package org.novum.fits.hdu;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import nom.tam.util.ByteArrayIO;
import nom.tam.util.RandomAccessFileIO;

/** A file whose bytes are in memory: units of it that nobody asks for are passed over, not copied. */
final class MemoryFile extends ByteArrayIO implements RandomAccessFileIO {
    MemoryFile(byte[] content) {
        super(content);
        super.setLength(content.length); // of which all can be read
    }

    @Override
    public int read(byte[] target) throws IOException {
        return read(target, 0, target.length);
    }

    @Override
    public FileChannel getChannel() {
        throw new UnsupportedOperationException("a file in memory has no channel");
    }

    @Override
    public FileDescriptor getFD() {
        throw new UnsupportedOperationException("a file in memory has no descriptor");
    }

    @Override
    public String readUTF() {
        throw new UnsupportedOperationException("FITS has no such text");
    }

    @Override
    public void writeUTF(String text) {
        throw new UnsupportedOperationException("files are only read");
    }

    /** Holds nothing but memory. */
    @Override
    public void close() {}

    @Override
    public void setLength(long length) {
        throw new UnsupportedOperationException("files are only read");
    }
}
