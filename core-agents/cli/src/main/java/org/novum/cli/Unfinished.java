package org.novum.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Files that are being written, beside those that they become: {@code .NAME.PROCESS-NUMBER.part}. */
final class Unfinished {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Unfinished() {}

    /** A path for what becomes a file; what processes that ended left behind of the same file is removed. */
    static Path beside(Path out) {
        Path whole = out.toAbsolutePath();
        String name = "." + whole.getFileName() + ".";
        Pattern part = Pattern.compile(Pattern.quote(name) + "([0-9]+)-[0-9]+\\.part");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(whole.getParent())) {
            for (Path file : files) {
                Matcher left = part.matcher(file.getFileName().toString());
                if (left.matches() && ProcessHandle.of(Long.parseLong(left.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException stuck) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE,
                    "--out " + out + ": its folder cannot be read (" + stuck.getClass().getSimpleName() + "); name another",
                    stuck);
        }
        return whole.resolveSibling(name + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet() + ".part");
    }

    /** Removes what did not become a file. */
    static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException stuck) {
            throw new NovumException(ExitCode.CANNOT_WRITE, unfinished + " cannot be removed; remove it", stuck);
        }
    }
}
