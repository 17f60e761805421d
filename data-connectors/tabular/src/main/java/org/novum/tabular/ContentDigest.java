package org.novum.tabular;

/**
 * What identifies a file's content however it is compressed.
 *
 * @param sha256 lower-case hexadecimal digest of the decompressed bytes
 * @param bytes how many decompressed bytes there are
 */
public record ContentDigest(String sha256, long bytes) {}
