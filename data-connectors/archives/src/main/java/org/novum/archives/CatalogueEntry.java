package org.novum.archives;

import java.net.URI;
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
        String note) {}
