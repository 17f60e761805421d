package org.novum.fits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nom.tam.fits.header.Compression;
import org.novum.api.data.DataConnector;
import org.novum.fits.FitsBuilder.Column;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged spectra in the layouts of the surveys, their lines, models and templates, plain, in gzip, and as fpack compresses them. */
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
                FuzzSeed.of("", sdss).packed("sdss.fits.gz", Packed::gzip),
                FuzzSeed.of("rice.fits.fz", Packed.image(wholes, Compression.ZCMPTYPE_RICE_1)),
                FuzzSeed.of("gzip.fits.fz", Packed.image(lamost, Compression.ZCMPTYPE_GZIP_2)),
                FuzzSeed.of("hcompress.fits.fz", Packed.image(wholes, Compression.ZCMPTYPE_HCOMPRESS_1)),
                FuzzSeed.of("table.fits.fz", Packed.table(sdss)),
                FuzzSeed.of("lines.fits", SurveyLinesTest.withLines().bytes()).choosing("#lines"),
                FuzzSeed.of("models.fits", ModelsTest.withModel().bytes()).choosing("#models"),
                FuzzSeed.of("spEigenStar.fits", TemplateTest.starsOfSdss().bytes()),
                FuzzSeed.of("rrtemplate-qso.fits", TemplateTest.quasarsOfRedrock().bytes()));
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
}
