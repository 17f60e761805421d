package org.novum.root.written;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.novum.root.file.Checksums;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** ROOT's ways of compressing, as blocks with their headers. */
public enum Packing {
    NONE("", 0),
    ZLIB("ZL", 8),
    OLD("CS", 8),
    LZMA("XZ", 0),
    LZ4("L4", 1),
    ZSTD("ZS", 1);

    private final String letters;
    private final int method;

    Packing(String letters, int method) {
        this.letters = letters;
        this.method = method;
    }

    /** Compresses; what does not become shorter stays as it is, as ROOT does. */
    public byte[] pack(byte[] plain) {
        return pack(plain, (1 << 24) - 1);
    }

    /** @param block most bytes of one block */
    public byte[] pack(byte[] plain, int block) {
        if (this == NONE) {
            return plain;
        }
        Out out = Out.big();
        for (int from = 0; from < plain.length; from += block) {
            byte[] piece = Arrays.copyOfRange(plain, from, Math.min(plain.length, from + block));
            byte[] packed = body(piece);
            out.letters(letters).int8(method);
            threeBytes(out, packed.length);
            threeBytes(out, piece.length);
            out.raw(packed);
        }
        return out.size() < plain.length ? out.bytes() : plain;
    }

    private static void threeBytes(Out out, int value) {
        out.int8(value).int8(value >> 8).int8(value >> 16);
    }

    private byte[] body(byte[] piece) {
        return switch (this) {
            case NONE -> piece;
            case ZLIB -> deflate(piece, false);
            case OLD -> deflate(piece, true);
            case LZMA -> lzma(piece);
            case LZ4 -> {
                byte[] packed = compress(new Lz4Compressor(), piece);
                yield ByteBuffer.allocate(packed.length + 8)
                        .putLong(Checksums.xxHash64(packed))
                        .put(packed)
                        .array();
            }
            case ZSTD -> compress(new ZstdCompressor(), piece);
        };
    }

    private static byte[] deflate(byte[] plain, boolean raw) {
        try (Deflater deflater = new Deflater(6, raw)) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[plain.length + 100];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        }
    }

    private static byte[] lzma(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XZOutputStream out = new XZOutputStream(bytes, new LZMA2Options(1))) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] compress(Compressor compressor, byte[] plain) {
        byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
        int length = compressor.compress(plain, 0, plain.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, length);
    }
}
