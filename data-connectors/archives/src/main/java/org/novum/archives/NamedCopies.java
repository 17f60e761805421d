package org.novum.archives;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.tabular.SourceBytes;

/**
 * Verified files under the names that they had, decompressed: the cache names files by their digests, and connectors go by
 * endings.
 *
 * @param folder that has a folder for each digest
 */
record NamedCopies(Path folder) {
    /**
     * The file under a name.
     *
     * @param verified plain or compressed
     * @param sha256 of its decompressed bytes
     */
    Path of(Path verified, String sha256, String name) {
        if (verified.getFileName().toString().equals(name)) {
            return verified;
        }
        Path copy = folder.resolve(sha256).resolve(name);
        try {
            if (Files.isRegularFile(copy) && (Files.isSameFile(copy, verified) || Verification.holds(copy, sha256))) {
                return copy;
            }
            Files.createDirectories(copy.getParent());
            Files.deleteIfExists(copy);
            if (!SourceBytes.isCompressed(verified) && isLinked(copy, verified)) {
                return copy;
            }
            Path partial = Files.createTempFile(copy.getParent(), "", ".part");
            try (InputStream in = SourceBytes.open(verified)) {
                Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
                Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
            return copy;
        } catch (IOException e) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE,
                    copy + " cannot be written (" + e.getClass().getSimpleName()
                            + "); make room, or set NOVUM_HOME to a folder that may be written",
                    e);
        }
    }

    /** Another name of the same file takes no room; not every file system has those. */
    private static boolean isLinked(Path copy, Path file) {
        try {
            Files.createLink(copy, file);
            return true;
        } catch (FileAlreadyExistsException other) {
            return true; // process linked it meanwhile
        } catch (UnsupportedOperationException | IOException refused) {
            return false; // it is copied
        }
    }
}
