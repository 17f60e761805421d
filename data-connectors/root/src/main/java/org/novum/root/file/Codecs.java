package org.novum.root.file;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.novum.api.data.DataException;
import org.tukaani.xz.XZInputStream;

/** The algorithms that ROOT compresses with; the only class that knows their libraries. */
final class Codecs {
    private static final int LZ4_CHECKSUM = 8;
    private static final int MOST_KIBIBYTES = 256 * 1024;

    private Codecs() {}

    static void decompress(Compression.Block block) {
        int count;
        try {
            count = switch (block.algorithm()) {
                case "ZL" -> inflate(block, false);
                case "CS" -> inflate(block, true);
                case "XZ" -> lzma(block);
                case "L4" -> lz4(block);
                case "ZS" -> new ZstdDecompressor().decompress(
                        block.bytes(), block.start(), block.packed(), block.target(), block.to(), block.unpacked());
                default -> throw new DataException(
                        block.where(),
                        "it is compressed with an unknown algorithm (" + printable(block.algorithm()) + ")",
                        "the file is damaged, or newer than this program: get it again, or write it with zlib or zstd");
            };
        } catch (DataFormatException | IOException | MalformedInputException | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            throw new DataException(
                    block.where(),
                    "its " + block.algorithm() + " block cannot be decompressed (" + e.getMessage() + ")",
                    "the file is damaged: get it again",
                    e);
        }
        if (count != block.unpacked()) {
            throw Compression.damaged(
                    block.where(), "a block of it holds " + count + " bytes, not the " + block.unpacked() + " that it claims");
        }
    }

    private static int inflate(Compression.Block block, boolean raw) throws DataFormatException {
        try (Inflater inflater = new Inflater(raw)) {
            inflater.setInput(block.bytes(), block.start(), block.packed());
            int count = 0;
            while (count < block.unpacked()) {
                int more = inflater.inflate(block.target(), block.to() + count, block.unpacked() - count);
                if (more == 0) {
                    break;
                }
                count += more;
            }
            return count;
        }
    }

    private static int lzma(Compression.Block block) throws IOException {
        try (XZInputStream stream = new XZInputStream(
                new ByteArrayInputStream(block.bytes(), block.start(), block.packed()), MOST_KIBIBYTES)) {
            return stream.readNBytes(block.target(), block.to(), block.unpacked());
        }
    }

    private static int lz4(Compression.Block block) {
        int length = block.packed() - LZ4_CHECKSUM;
        if (length < 0) {
            throw Compression.damaged(block.where(), "an L4 block of it is too short for its checksum");
        }
        long stated = new Cursor(block.bytes(), block.where()).at(block.start()).int64();
        if (stated != XxHash64.of(block.bytes(), block.start() + LZ4_CHECKSUM, length)) {
            throw Compression.damaged(block.where(), "the checksum of an L4 block of it is wrong");
        }
        return new Lz4Decompressor().decompress(
                block.bytes(), block.start() + LZ4_CHECKSUM, length, block.target(), block.to(), block.unpacked());
    }

    private static String printable(String algorithm) {
        return algorithm.chars().allMatch(letter -> letter > ' ' && letter < 127)
                ? algorithm
                : "bytes " + Integer.toHexString(algorithm.charAt(0)) + " " + Integer.toHexString(algorithm.charAt(1));
    }
}
