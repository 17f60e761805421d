package org.novum.fits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.header.Compression;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.image.compression.hdu.CompressedTableHDU;
import org.novum.api.data.DataConnector;
import org.novum.fits.FitsBuilder.Column;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged spectra in the layouts of the surveys, plain, in gzip, and as fpack compresses images and tables. */
class FuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new FitsConnector();
    }

    @Override
    protected int some() {
        return 300;
    }

    @Override
    public List<FuzzSeed> seeds() {
        byte[] sdss = Fixtures.sdss(Fixtures.sdssCards()).bytes();
        byte[] lamost = FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.range(4000, 1)), Fixtures.lamostCards()).bytes();
        byte[] wholes = FitsBuilder.primaryImage(wholes(Fixtures.lamost(Fixtures.range(4000, 1))), Fixtures.lamostCards()).bytes();
        byte[] cell = FitsBuilder.primary(Fixtures.lamostCards())
                .table(
                        "COADD",
                        Column.of("FLUX", Fixtures.COUNT + "E", List.of(Fixtures.flux())),
                        Column.of("IVAR", Fixtures.COUNT + "E", List.of(Fixtures.all(4))),
                        Column.of("WAVELENGTH", Fixtures.COUNT + "E", List.of(Fixtures.range(4000, 1))))
                .bytes();
        return List.of(
                FuzzSeed.of("sdss.fits", sdss),
                FuzzSeed.of("sdss-again.fits", sdss).choosing("#exposures"),
                FuzzSeed.of("lamost.fits", lamost),
                FuzzSeed.of("cell.fits", cell),
                FuzzSeed.of("desi.fits", desi()),
                FuzzSeed.of("", sdss).packed("sdss.fits.gz", FuzzTest::gzip),
                FuzzSeed.of("rice.fits.fz", imageCompressed(wholes, Compression.ZCMPTYPE_RICE_1)),
                FuzzSeed.of("gzip.fits.fz", imageCompressed(lamost, Compression.ZCMPTYPE_GZIP_2)),
                FuzzSeed.of("hcompress.fits.fz", imageCompressed(wholes, Compression.ZCMPTYPE_HCOMPRESS_1)),
                FuzzSeed.of("table.fits.fz", tableCompressed(sdss)));
    }

    private static int[][] wholes(float[][] image) {
        int[][] wholes = new int[image.length][image[0].length];
        for (int row = 0; row < image.length; row++) {
            for (int i = 0; i < image[row].length; i++) {
                wholes[row][i] = (int) image[row][i];
            }
        }
        return wholes;
    }

    private static byte[] desi() {
        FitsContractTest contract = new FitsContractTest();
        try {
            Path folder = Files.createTempDirectory("desi");
            Path file = Path.of(contract.store(contract.content(), folder).substring("file:".length()));
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
    static byte[] imageCompressed(byte[] file, String algorithm) {
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
    static byte[] tableCompressed(byte[] file) {
        try (Fits plain = new Fits(new ByteArrayInputStream(file)); Fits packed = new Fits()) {
            packed.addHDU(plain.getHDU(0));
            CompressedTableHDU unit = CompressedTableHDU.fromBinaryTableHDU((BinaryTableHDU) plain.getHDU(1), 10);
            unit.compress();
            packed.addHDU(unit);
            return bytes(packed);
        } catch (FitsException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Fits fits) throws FitsException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fits.write(new DataOutputStream(out));
        return out.toByteArray();
    }
}
