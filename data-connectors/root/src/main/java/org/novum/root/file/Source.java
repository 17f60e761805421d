package org.novum.root.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataException;

/** The bytes of a file on disk, read where they are asked for, by several threads at once if need be. */
public final class Source implements AutoCloseable {
    private final FileChannel channel;
    private final String label;
    private final long size;

    private Source(FileChannel channel, String label, long size) {
        this.channel = channel;
        this.label = label;
        this.size = size;
    }

    /**
     * Opens a file.
     *
     * @param file on disk
     * @param label its name in messages
     */
    public static Source open(Path file, String label) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new Source(channel, label, channel.size());
        } catch (NoSuchFileException e) {
            throw new NovumException(ExitCode.NO_INPUT, label + ": there is no such file; check the path", e);
        } catch (IOException e) {
            throw unreadable(label, e);
        }
    }

    /** The file's name in messages. */
    public String label() {
        return label;
    }

    /** How many bytes the file has. */
    public long size() {
        return size;
    }

    /**
     * Reads a stretch of the file.
     *
     * @param from place of the first byte
     * @param count of bytes
     * @param what they are, for messages
     * @throws DataException if the file does not have them
     */
    public byte[] read(long from, long count, String what) {
        if (from < 0 || count < 0 || from > size || count > size - from) {
            throw new DataException(
                    label + ", " + what,
                    "it should be at bytes " + from + " to " + (from + count) + " of a file of " + size,
                    "the file is cut off or damaged: get it again");
        }
        if (count > Limits.MOST_BYTES) {
            throw Limits.tooMuch(label + ", " + what, count);
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) count);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, from + buffer.position()) < 0) {
                    throw new DataException(
                            label, "it has become shorter while it was read", "leave the file alone and run again");
                }
            }
        } catch (IOException e) {
            throw unreadable(label, e);
        }
        return buffer.array();
    }

    /** The SHA-256 of all bytes, in lower-case hexadecimal. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
            for (long at = 0; at < size; ) {
                int count = channel.read(buffer.clear(), at);
                if (count < 0) {
                    break;
                }
                digest.update(buffer.flip());
                at += count;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(label, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static DataException unreadable(String label, IOException cause) {
        String reason = cause instanceof ClosedByInterruptException ? "reading was interrupted" : cause.getMessage();
        return new DataException(
                label, "it cannot be read (" + reason + ")", "check that it is a file that may be read", cause);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unreadable(label, e);
        }
    }
}
