package org.novum.tabular;

import java.util.HexFormat;

/**
 * What identifies a file's content however it is compressed.
 *
 * @param sha256 lower-case hexadecimal digest of the decompressed bytes
 * @param bytes how many decompressed bytes there are
 */
public record ContentDigest(String sha256, long bytes) {
    /** That of bytes which are decompressed already. */
    public static ContentDigest of(byte[] content) {
        return new ContentDigest(HexFormat.of().formatHex(SourceBytes.sha256().digest(content)), content.length);
    }
}
