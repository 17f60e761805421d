package org.novum.fits.hdu;

import java.nio.ByteBuffer;
import java.util.Optional;
import nom.tam.fits.Header;
import org.jspecify.annotations.Nullable;
import org.novum.fits.spectrum.SpectrumException;

/**
 * Decompresses images of floating-point numbers, tile by tile (FITS Standard 4.0, section 10). The library below adds half a step
 * to numbers that were not dithered, and does not know tiles of such numbers that were compressed without loss.
 */
final class FloatTiles {
    private final PlainData data;
    private final int bytes;
    private final int[] axes;
    private final int[] tile;
    private final TileCodec codec;
    private final @Nullable Quantum quantum;
    private final Optional<TileCell> compressed;
    private final Optional<TileCell> zipped;
    private final Optional<TileCell> stored;
    private final Optional<TileCell> masks;

    private FloatTiles(PlainData data) {
        this.data = data;
        Header header = data.header();
        bytes = -header.getIntValue("ZBITPIX") / Byte.SIZE;
        axes = new int[header.getIntValue("ZNAXIS")];
        tile = new int[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = header.getIntValue("ZNAXIS" + (axis + 1));
            tile[axis] = header.getIntValue("ZTILE" + (axis + 1), axis == 0 ? axes[0] : 1);
        }
        codec = TileCodec.of(header);
        quantum = Quantum.of(data);
        compressed = TileCell.named(data, "COMPRESSED_DATA");
        zipped = TileCell.named(data, "GZIP_COMPRESSED_DATA");
        stored = TileCell.named(data, "UNCOMPRESSED_DATA");
        masks = TileCell.named(data, "NULL_PIXEL_MASK");
    }

    /** Whether a compressed image has such numbers. */
    static boolean has(Header header) {
        int bits = header.getIntValue("ZBITPIX");
        return bits == -Float.SIZE || bits == -Double.SIZE;
    }

    /**
     * The image as it would stand in the file.
     *
     * @param data of the compressed unit, whose sizes were checked
     * @throws SpectrumException if a tile is damaged, or an algorithm unknown
     */
    static ByteBuffer decompressed(PlainData data) {
        return new FloatTiles(data).image();
    }

    private ByteBuffer image() {
        long pixels = axes.length == 0 ? 0 : 1;
        for (int length : axes) {
            pixels *= length;
        }
        if (pixels * bytes > Integer.MAX_VALUE - Double.BYTES) {
            throw new SpectrumException("too large: more than 2 GB decompressed");
        }
        ByteBuffer image = ByteBuffer.allocate((int) pixels * bytes);
        int[] corner = new int[axes.length];
        for (int number = 0; pixels > 0 && corner != null; number++) {
            place(image, corner, number);
            corner = next(corner, new int[axes.length], axes, tile);
        }
        return image;
    }

    /** The place behind this one, the first axis runs fastest; null behind the last. */
    private static int @Nullable [] next(int[] place, int[] from, int[] to, int[] step) {
        for (int axis = 0; axis < place.length; axis++) {
            place[axis] += step[axis];
            if (place[axis] < to[axis]) {
                return place;
            }
            place[axis] = from[axis];
        }
        return null;
    }

    private void place(ByteBuffer image, int[] corner, int number) {
        int[] to = new int[axes.length];
        int[] step = new int[axes.length];
        int count = 1;
        for (int axis = 0; axis < axes.length; axis++) {
            to[axis] = Math.min(axes[axis], corner[axis] + tile[axis]);
            step[axis] = axis == 0 ? to[0] - corner[0] : 1;
            count *= to[axis] - corner[axis];
        }
        double[] numbers = numbers(number, count);
        int[] line = corner.clone();
        for (int at = 0; line != null; at += step[0]) {
            long first = 0;
            for (int axis = axes.length - 1; axis >= 0; axis--) {
                first = first * axes[axis] + line[axis];
            }
            image.position((int) first * bytes);
            for (int i = at; i < at + step[0]; i++) {
                if (bytes == Float.BYTES) {
                    image.putFloat((float) numbers[i]);
                } else {
                    image.putDouble(numbers[i]);
                }
            }
            line = next(line, corner, to, step);
        }
    }

    private double[] numbers(int number, int count) {
        double[] numbers = unmasked(number, count);
        ByteBuffer mask = bytes(masks, number);
        if (mask.hasRemaining()) {
            int[] blank = codec.bytes(data.header().getStringValue("ZMASKCMP", "").strip()).integers(mask, count);
            for (int i = 0; i < count; i++) {
                numbers[i] = blank[i] != 0 ? Double.NaN : numbers[i];
            }
        }
        return numbers;
    }

    private double[] unmasked(int number, int count) {
        ByteBuffer packed = bytes(compressed, number);
        if (packed.hasRemaining()) {
            return quantum == null
                    ? reals(codec.plain(packed, count), count)
                    : quantum.numbers(codec.integers(packed, count), number);
        }
        ByteBuffer gzip = bytes(zipped, number);
        if (gzip.hasRemaining()) {
            return reals(codec.bytes("GZIP_1").plain(gzip, count), count);
        }
        ByteBuffer plain = bytes(stored, number);
        if (!plain.hasRemaining()) {
            throw new SpectrumException("damaged: tile " + (number + 1) + " holds nothing");
        }
        if (quantum == null || "ED".indexOf(stored.orElseThrow().letter()) >= 0) {
            return reals(plain, count);
        }
        int[] whole = new int[count];
        TileCodec.integers(plain, whole);
        return quantum.numbers(whole, number);
    }

    private static ByteBuffer bytes(Optional<TileCell> column, int number) {
        return column.map(cell -> cell.bytes(number)).orElse(ByteBuffer.allocate(0));
    }

    private double[] reals(ByteBuffer plain, int count) {
        if (plain.remaining() != (long) count * bytes) {
            throw new SpectrumException("damaged: a tile has " + plain.remaining() + " bytes for " + count + " pixels");
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = bytes == Float.BYTES ? plain.getFloat() : plain.getDouble();
        }
        return numbers;
    }
}
