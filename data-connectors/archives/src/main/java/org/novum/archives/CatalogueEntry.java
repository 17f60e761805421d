package org.novum.archives;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * One dataset of the catalogue.
 *
 * @param name by which studies ask for it: {@code dataset:NAME}
 * @param title one line
 * @param url of the official file with the same bytes, if there is one
 * @param mirror path of a copy, plain or gzip, below a mirror's folder
 * @param bytes size of the decompressed content
 * @param sha256 lower-case hexadecimal digest of the decompressed content
 * @param licence of the data
 * @param citation to print where the data are used
 * @param note anything a user must know, or an empty text
 */
public record CatalogueEntry(
        String name,
        String title,
        Optional<URI> url,
        String mirror,
        long bytes,
        String sha256,
        String licence,
        String citation,
        String note) {
    /** Checks what could otherwise fail far from here. */
    public CatalogueEntry {
        require(name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"), "a name of letters, digits, dots, hyphens and underscores");
        require(sha256.matches("[0-9a-f]{64}"), "a sha256 of 64 lower-case hexadecimal digits");
        require(bytes > 0, "its size in bytes");
        require(!mirror.isBlank() && isBelow(mirror), "a mirror path below the mirror's folder");
        require(url.map(CatalogueEntry::isHttp).orElse(true), "a url that is http or https, or none");
        require(!title.isBlank() && !licence.isBlank() && !citation.isBlank(), "a title, a licence and a citation");
    }

    /** The file's name without the endings of tables and compression: what the part is called. */
    public String stem() {
        return Stems.of(Path.of(mirror));
    }

    /** Whether its bytes are FITS, by the name of its file; everything else is a table. */
    public boolean isFits() {
        return mirror.toLowerCase(Locale.ROOT).matches(".*\\.(fits|fit|fts)(\\.gz|\\.fz)?");
    }

    private static boolean isBelow(String mirror) {
        Path path = Path.of(mirror).normalize();
        return !path.isAbsolute() && !path.startsWith("..");
    }

    private static boolean isHttp(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("a dataset needs " + what);
        }
    }
}
