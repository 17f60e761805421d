package org.novum.archives;

import java.nio.file.Path;
import org.novum.api.NovumException;
import org.novum.tabular.SourceBytes;

/** Compares a file's content with what it should be. */
final class Verification {
    private Verification() {}

    /** True if the file can be read and its decompressed bytes have this digest. */
    static boolean holds(Path file, String sha256) {
        return found(file).equals(sha256);
    }

    /** The digest of the file's decompressed bytes, or in words why it has none. */
    static String found(Path file) {
        try {
            return SourceBytes.digest(file).sha256();
        } catch (NovumException e) {
            return "nothing readable (" + e.getMessage() + ")"; // no match, and the caller's message tells why
        }
    }
}
