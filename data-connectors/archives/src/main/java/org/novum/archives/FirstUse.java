package org.novum.archives;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.tabular.ContentDigest;

/**
 * Trust on first use: the digest of a file that nobody published is recorded beside it when it arrives, and holds from
 * then on.
 */
final class FirstUse {
    private static final String ENDING = ".sha256";
    private static final Pattern DIGEST = Pattern.compile("(?m)^sha256: ([0-9a-f]{64})$");

    private FirstUse() {}

    /** Where the digest of a file is recorded. */
    static Path record(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    /** The file that a record is of, if it is a record. */
    static Optional<Path> recorded(Path record) {
        String name = String.valueOf(record.getFileName());
        return name.endsWith(ENDING) && Files.isRegularFile(record)
                ? Optional.of(record.resolveSibling(name.substring(0, name.length() - ENDING.length())))
                : Optional.empty();
    }

    /**
     * The digest of the decompressed bytes that came first, if any came.
     *
     * @throws NovumException with {@code DATA} if the record is damaged
     */
    static Optional<String> digest(Path file) {
        Path record = record(file);
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        try {
            Matcher digest = DIGEST.matcher(Files.readString(record));
            if (digest.find()) {
                return Optional.of(digest.group(1));
            }
            throw new NovumException(
                    ExitCode.DATA, record + ": it holds no SHA-256; delete it and " + file.getFileName() + ", and fetch the file again");
        } catch (IOException e) {
            throw new NovumException(
                    ExitCode.DATA, record + ": it cannot be read (" + e.getClass().getSimpleName() + "); check its permissions", e);
        }
    }

    /**
     * Records what came first.
     *
     * @param origin where it came from
     * @throws IOException if the disk does not take it
     */
    static void remember(Path file, ContentDigest content, URI origin) throws IOException {
        Path record = record(file);
        Path draft = record.resolveSibling(record.getFileName() + ".part");
        Files.createDirectories(record.toAbsolutePath().getParent());
        Files.writeString(
                draft,
                "# of the decompressed content, as it first arrived\nsha256: " + content.sha256() + "\nbytes: " + content.bytes()
                        + "\nfrom: " + origin + "\n");
        Files.move(draft, record, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
