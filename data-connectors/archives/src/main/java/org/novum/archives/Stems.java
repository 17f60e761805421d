package org.novum.archives;

import java.nio.file.Path;
import java.util.Locale;

/** Names of files without their endings. */
final class Stems {
    private Stems() {}

    /** The name without {@code .gz} and then without the last ending. */
    static String of(Path file) {
        String name = withoutGzip(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The name without {@code .gz}. */
    static String withoutGzip(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
