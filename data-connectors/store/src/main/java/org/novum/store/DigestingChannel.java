package org.novum.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes to a file and digests what it writes. */
final class DigestingChannel implements WritableByteChannel {
    private final FileChannel file;
    private final MessageDigest digest = SourceKey.sha256();
    private long bytes;

    DigestingChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int length = source.remaining();
        digest.update(source.duplicate());
        while (source.hasRemaining()) {
            file.write(source);
        }
        bytes += length;
        return length;
    }

    long bytes() {
        return bytes;
    }

    /** Ends the digest and puts the bytes on the disk. */
    String finish() throws IOException {
        file.force(true);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
