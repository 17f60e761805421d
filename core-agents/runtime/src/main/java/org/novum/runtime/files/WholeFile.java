package org.novum.runtime.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files whole or not at all, also when the power fails. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file beside its place, forces it to the disk, and moves it there.
     *
     * @param target in a folder that exists
     * @throws IOException if it could not be written; nothing is left
     */
    public static void write(Path target, byte[] bytes) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            writeAndForce(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            discard(part, refused);
            throw refused;
        }
    }

    private static void writeAndForce(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void discard(Path part, IOException refused) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException kept) {
            refused.addSuppressed(kept);
        }
    }
}
