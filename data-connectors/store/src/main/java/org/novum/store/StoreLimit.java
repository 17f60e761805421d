package org.novum.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * How large a store may become.
 *
 * @param bytes at most; it also never takes more than a quarter of what is free on its disk
 */
public record StoreLimit(long bytes) {
    /** What a store may take if nobody says anything: 20 GB. */
    public static final StoreLimit USUAL = new StoreLimit(20_000_000_000L);

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*([KMGT]?)B?");
    private static final Map<String, Long> FACTORS =
            Map.of("", 1L, "K", 1_000L, "M", 1_000_000L, "G", 1_000_000_000L, "T", 1_000_000_000_000L);

    /**
     * Reads a size such as {@code 5GB}, {@code 800 MB} or {@code 0}; nothing means {@link #USUAL}.
     *
     * @throws NovumException with {@code CONFIGURATION} if it is none
     */
    public static StoreLimit of(String text) {
        if (text.isBlank()) {
            return USUAL;
        }
        Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION, "NOVUM_STORE_SIZE=" + text + " is no size; write, for instance, 20GB, or 0");
        }
        return new StoreLimit(Long.parseLong(size.group(1)) * FACTORS.getOrDefault(size.group(2), 1L));
    }

    /** True if nothing may be stored. */
    boolean isNothing() {
        return bytes == 0;
    }

    /** The limit as the disk of the folder is now. */
    long bytes(Path folder) {
        try {
            Files.createDirectories(folder);
            FileStore disk = Files.getFileStore(folder);
            return Math.min(bytes, disk.getUsableSpace() / 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
