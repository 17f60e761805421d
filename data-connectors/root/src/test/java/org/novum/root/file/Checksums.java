package org.novum.root.file;

/** The checksum of LZ4 blocks, for files that tests write; {@code ChecksumTest} checks it against published values. */
public final class Checksums {
    private Checksums() {}

    /** XXH64 with seed zero. */
    public static long xxHash64(byte[] bytes) {
        return XxHash64.of(bytes, 0, bytes.length);
    }
}
