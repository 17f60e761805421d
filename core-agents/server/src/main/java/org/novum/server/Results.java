package org.novum.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Keeps results that are too long for a conversation, named by their content.
 *
 * @param folder made when the first result is kept
 */
public record Results(Path folder) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+-[0-9a-f]{16}\\.(csv|html|json)");

    /**
     * Keeps a result, whole or not at all.
     *
     * @return its name
     * @throws NovumException with {@code CANNOT_WRITE} if the disk does not take it
     */
    public String keep(String operation, String ending, byte[] bytes) {
        String name = operation.replace('.', '_') + "-" + digest(bytes).substring(0, 16) + "." + ending;
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                Path part = Files.createTempFile(folder, ".part-", "");
                Files.write(part, bytes);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException full) {
            throw new NovumException(ExitCode.CANNOT_WRITE, file + " could not be written; is the disk full?", full);
        }
        return name;
    }

    /** A result that was kept, if it is there. */
    public Optional<byte[]> find(String name) {
        Path file = folder.resolve(name);
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new NovumException(ExitCode.NO_INPUT, file + " cannot be read", unreadable);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
