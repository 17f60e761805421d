package org.novum.fits.hdu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.zip.GZIPInputStream;
import nom.tam.fits.Header;
import nom.tam.fits.compression.algorithm.hcompress.HCompressor.IntHCompressor;
import nom.tam.fits.compression.algorithm.hcompress.HCompressorOption;
import nom.tam.fits.compression.algorithm.plio.PLIOCompress.IntPLIOCompressor;
import nom.tam.fits.compression.algorithm.rice.RiceCompressOption;
import nom.tam.fits.compression.algorithm.rice.RiceCompressor.ByteRiceCompressor;
import nom.tam.fits.compression.algorithm.rice.RiceCompressor.IntRiceCompressor;
import nom.tam.fits.compression.algorithm.rice.RiceCompressor.ShortRiceCompressor;
import org.novum.fits.spectrum.SpectrumException;

/**
 * Decompresses one tile of an image (FITS Standard 4.0, section 10.4).
 *
 * @param algorithm as {@code ZCMPTYPE} names it
 * @param bytePix bytes of the numbers that Rice's algorithm compressed
 * @param blockSize of Rice's algorithm
 * @param smooth other than 0 if H-compress is to smooth what it lost
 */
record TileCodec(String algorithm, int bytePix, int blockSize, int smooth) {
    private static final int PARAMETERS = 99;
    private static final int RICE_BLOCK = 32;

    /** What a compressed unit says of its tiles. */
    static TileCodec of(Header header) {
        return new TileCodec(
                header.getStringValue("ZCMPTYPE", "").strip(),
                parameter(header, "BYTEPIX", Integer.BYTES),
                parameter(header, "BLOCKSIZE", RICE_BLOCK),
                parameter(header, "SMOOTH", 0));
    }

    private static int parameter(Header header, String name, int usual) {
        for (int i = 1; i <= PARAMETERS && header.containsKey("ZNAME" + i); i++) {
            if (name.equals(header.getStringValue("ZNAME" + i, "").strip())) {
                return header.getIntValue("ZVAL" + i, usual);
            }
        }
        return usual;
    }

    /** The same, for the tiles that another algorithm made, of bytes. */
    TileCodec bytes(String other) {
        return new TileCodec(other, 1, RICE_BLOCK, 0);
    }

    /** Whole numbers of a tile of so many pixels. */
    int[] integers(ByteBuffer stored, int count) {
        int[] values = new int[count];
        switch (algorithm) {
            case "RICE_1", "RICE_ONE" -> rice(stored, values);
            case "GZIP_1", "GZIP_2", "NOCOMPRESS" -> integers(plain(stored, count), values);
            case "HCOMPRESS_1" -> new IntHCompressor(new HCompressorOption().setSmooth(smooth != 0))
                    .decompress(stored, IntBuffer.wrap(values));
            case "PLIO_1" -> new IntPLIOCompressor().decompress(stored, IntBuffer.wrap(values));
            default -> throw unknown();
        }
        return values;
    }

    private void rice(ByteBuffer stored, int[] values) {
        RiceCompressOption option = new RiceCompressOption().setBlockSize(blockSize).setBytePix(bytePix);
        switch (bytePix) {
            case Integer.BYTES -> new IntRiceCompressor(option).decompress(stored, IntBuffer.wrap(values));
            case Short.BYTES -> {
                ShortBuffer target = ShortBuffer.allocate(values.length);
                new ShortRiceCompressor(option).decompress(stored, target);
                for (int i = 0; i < values.length; i++) {
                    values[i] = target.get(i);
                }
            }
            default -> {
                ByteBuffer target = ByteBuffer.allocate(values.length);
                new ByteRiceCompressor(option).decompress(stored, target);
                for (int i = 0; i < values.length; i++) {
                    values[i] = target.get(i) & 0xFF;
                }
            }
        }
    }

    /** Numbers one after the other, of so many bytes each as there are. */
    static void integers(ByteBuffer plain, int[] values) {
        int width = width(plain, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (width) {
                case 1 -> plain.get() & 0xFF;
                case Short.BYTES -> plain.getShort();
                default -> plain.getInt();
            };
        }
        if (width > Integer.BYTES) {
            throw new SpectrumException("damaged: a tile has " + width + " bytes for a whole number");
        }
    }

    /** How many bytes there are for each number. */
    private static int width(ByteBuffer plain, int count) {
        int width = plain.remaining() / count;
        if (Integer.bitCount(width) != 1 || width > Double.BYTES || plain.remaining() != width * count) {
            throw new SpectrumException("damaged: a tile has " + plain.remaining() + " bytes for " + count + " pixels");
        }
        return width;
    }

    /** The bytes of the numbers of a tile, big-endian, that was compressed without loss. */
    ByteBuffer plain(ByteBuffer stored, int count) {
        return switch (algorithm) {
            case "GZIP_1" -> unzipped(stored, count);
            case "GZIP_2" -> unshuffled(unzipped(stored, count), count);
            case "NOCOMPRESS" -> stored;
            default -> throw unknown();
        };
    }

    private static ByteBuffer unzipped(ByteBuffer stored, int count) {
        byte[] bytes = new byte[stored.remaining()];
        stored.get(bytes);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            long most = Math.min(Integer.MAX_VALUE - Double.BYTES, (long) count * Double.BYTES + 1);
            return ByteBuffer.wrap(in.readNBytes((int) most));
        } catch (IOException e) {
            throw new SpectrumException("damaged: the gzip stream of a tile is broken", e);
        }
    }

    /** All first bytes of the numbers stand in front, then all second ones, … (section 10.4.2). */
    private static ByteBuffer unshuffled(ByteBuffer shuffled, int count) {
        int width = width(shuffled, count);
        ByteBuffer plain = ByteBuffer.allocate(shuffled.remaining());
        for (int i = 0; i < count; i++) {
            for (int place = 0; place < width; place++) {
                plain.put(shuffled.get(place * count + i));
            }
        }
        return plain.flip();
    }

    private SpectrumException unknown() {
        return new SpectrumException(
                "its tiles are compressed by " + algorithm + ", which is not read here; decompress it with funpack");
    }
}
