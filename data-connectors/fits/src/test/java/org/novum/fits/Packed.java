package org.novum.fits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Data;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.image.compression.hdu.CompressedTableHDU;

/** Files as gzip and fpack compress them, and others that the library writes. */
final class Packed {
    private static final int ROWS = 25;
    private static final int VALUE = 30;
    private static final int CARD = 80;

    private Packed() {}

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What fpack makes of a primary image. */
    static byte[] image(byte[] file, String algorithm) {
        try (Fits plain = new Fits(new ByteArrayInputStream(file)); Fits packed = new Fits()) {
            ImageHDU image = (ImageHDU) plain.getHDU(0);
            CompressedImageHDU unit = CompressedImageHDU.fromImageHDU(image, image.getAxes()[1], 1);
            unit.setCompressAlgorithm(algorithm);
            unit.compress();
            packed.addHDU(unit);
            return bytes(packed);
        } catch (FitsException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What fpack makes of the table behind an empty primary unit. */
    static byte[] table(byte[] file) {
        try (Fits plain = new Fits(new ByteArrayInputStream(file)); Fits packed = new Fits()) {
            packed.addHDU(plain.getHDU(0));
            CompressedTableHDU unit = CompressedTableHDU.fromBinaryTableHDU((BinaryTableHDU) plain.getHDU(1), ROWS);
            unit.compress();
            packed.addHDU(unit);
            return bytes(packed);
        } catch (FitsException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file of one unit with these data. */
    static byte[] unit(Data data) throws FitsException {
        try (Fits fits = new Fits()) {
            fits.addHDU(Fits.makeHDU(data));
            return bytes(fits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library writes the time behind {@code SIMPLE}, which would make each file another one. */
    private static byte[] bytes(Fits fits) throws FitsException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fits.write(new DataOutputStream(out));
        byte[] bytes = out.toByteArray();
        Arrays.fill(bytes, VALUE, CARD, (byte) ' ');
        return bytes;
    }
}
