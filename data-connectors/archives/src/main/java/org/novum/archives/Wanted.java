package org.novum.archives;

import java.net.URI;

/**
 * What a download is to bring.
 *
 * @param label by which messages call it
 * @param name by which its progress is told
 * @param url of the file
 * @param expected what is known of its content
 * @param advice what else can be done if it does not come
 */
record Wanted(String label, String name, URI url, Expected expected, String advice) {
    /** What is known of a content before it arrives. */
    sealed interface Expected {
        /** The catalogue lists digest and size of the decompressed bytes. */
        record Listed(String sha256, long bytes) implements Expected {}

        /** It came before, and had this digest. */
        record Trusted(String sha256) implements Expected {}

        /** It never came before. */
        record Unknown() implements Expected {}

        /** It came before and is wanted as it is now. */
        record Renewed() implements Expected {}
    }
}
