package org.novum.archives;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.novum.archives.address.ArchiveAddresses;
import org.novum.archives.address.ArchiveHosts;

/**
 * One dataset of the catalogue.
 *
 * @param name by which studies ask for it: {@code dataset:NAME}
 * @param title one line
 * @param url of the official file with the same bytes, or its address in an archive, if there is one
 * @param mirror path of a copy, plain or gzip, below a mirror's folder
 * @param bytes size of the decompressed content; 0 without a digest
 * @param sha256 lower-case hexadecimal digest of the decompressed content; empty where nobody published it: then the first
 *     bytes that arrive are trusted, and must stay the same
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
        require(sha256.matches("([0-9a-f]{64})?"), "a sha256 of 64 lower-case hexadecimal digits, or none");
        require(sha256.isEmpty() ? bytes == 0 : bytes > 0, "its size in bytes with its sha256, or neither");
        require(!sha256.isEmpty() || url.isPresent(), "a url where it has no sha256");
        require(!mirror.isBlank() && isBelow(mirror), "a mirror path below the mirror's folder");
        require(url.map(CatalogueEntry::isUrl).orElse(true), "a url that is http or https or the address of an archive, or none");
        require(!title.isBlank() && !licence.isBlank() && !citation.isBlank(), "a title, a licence and a citation");
    }

    /** Whether its digest is known before its bytes arrive. */
    public boolean isListed() {
        return !sha256.isEmpty();
    }

    /** The file's name without the endings of tables and compression: what the part is called. */
    public String stem() {
        return Stems.of(Path.of(mirror));
    }

    /** The file's name without the ending of gzip. */
    public String fileName() {
        return Stems.withoutGzip(Path.of(mirror));
    }

    /** Whether its bytes are FITS, by the name of its file; everything else is a table. */
    public boolean isFits() {
        return mirror.toLowerCase(Locale.ROOT).matches(".*\\.(fits|fit|fts)(\\.gz|\\.fz)?");
    }

    private static boolean isBelow(String mirror) {
        Path path = Path.of(mirror).normalize();
        return !path.isAbsolute() && !path.startsWith("..");
    }

    /** An address as its archive reads it: a URI hides characters such as brackets. */
    static String addressOf(URI url) {
        return url.getScheme() + ":" + url.getSchemeSpecificPart();
    }

    private static boolean isUrl(URI url) {
        if (ArchiveAddresses.isAddress(url.toString())) {
            new ArchiveAddresses(ArchiveHosts.PUBLIC).resolve(addressOf(url));
            return true;
        }
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("a dataset needs " + what);
        }
    }
}
