package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novum.api.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.spectrum.PixelFlag;

/** What is no spectrum, or none that can be used, is a row that says so; the others are read all the same. */
class BadSpectrumTest {
    @TempDir
    private Path folder;

    @Test
    void filesOfTwoFoldersThatHaveOneNameCanBeToldApart() throws IOException {
        byte[] good = good().bytes();
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.write(first.resolve("spec.fits"), good);
        Files.write(second.resolve("spec.fits"), good);
        Files.write(second.resolve("other.fits"), good);
        try (Dataset dataset = new FitsConnector().open(DataSource.of(first.toString(), second + "/"))) {
            assertThat(SpectrumTable.of(dataset).rows())
                    .extracting(row -> row.get("file"))
                    .containsExactlyInAnyOrder(first + "/spec.fits", second + "/spec.fits", "other.fits");
        }
    }

    @Test
    void oneFolderWithAllThatCanBeWrong() throws IOException {
        byte[] good = good().bytes();
        write("a-good.fits", good);
        write("cut.fits", Arrays.copyOf(good, good.length - 2880));
        write("cut-header.fits", Arrays.copyOf(good, 1000));
        write("empty.fits", new byte[0]);
        write("image.fits", FitsBuilder.primaryImage(new float[7][9], Map.of()).bytes());
        write("masked.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("ivar", "E", Fixtures.all(0))).bytes());
        write("constant.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("flux", "E", Fixtures.all(3))).bytes());
        write("nan.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("flux", "E", Fixtures.all(Double.NaN))).bytes());
        write("notes.txt", "Observed on a cloudy night.".getBytes(StandardCharsets.UTF_8));
        write("z-good.fits", good);
        SpectrumTable table = SpectrumTable.of("file:" + folder);
        assertThat(table.rows()).extracting(row -> row.get("file")).containsExactly(
                "a-good.fits", "constant.fits", "cut-header.fits", "cut.fits", "empty.fits", "image.fits", "masked.fits",
                "nan.fits", "notes.txt", "z-good.fits");
        assertProblem(table, "a-good.fits", null);
        assertProblem(table, "z-good.fits", null);
        assertProblem(table, "cut.fits", "truncated");
        assertProblem(table, "cut-header.fits", "truncated");
        assertProblem(table, "empty.fits", "empty");
        assertProblem(table, "image.fits", "not a spectrum");
        assertProblem(table, "masked.fits", "all masked");
        assertProblem(table, "constant.fits", "constant: the flux is 3.0");
        assertProblem(table, "nan.fits", "not a number in 50 of 50");
        assertProblem(table, "notes.txt", "not a spectrum");
        assertThat(table.row("masked.fits")).containsEntry("object", "0266-51602-0013").containsEntry("wavelength", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jy", "K", "counts", "erg/s/cm2", "erg/s/cm2/Hz", "Angstrom", "furlongs", "1e-17 erg/(s cm2 Angstrom", "mag"})
    void aFluxInTheWrongUnitIsRefused(String unit) throws IOException {
        Map<String, Object> cards = Fixtures.sdssCards();
        cards.put("BUNIT", unit);
        write("unit.fits", Fixtures.sdss(cards).bytes());
        assertProblem(SpectrumTable.of("file:" + folder), "unit.fits", "wrong unit: '" + unit + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "1E-17 erg/cm^2/s/Ang, 1", "10**-17 erg/(s cm2 Angstrom), 1", "10**-17 erg/s/cm**2/Angstrom, 1",
        "1e-17 erg s-1 cm-2 Angstrom-1, 1", "erg/s/cm2/A, 1e17", "1e-16 erg.s-1.cm-2.Angstrom-1, 10", "W m-2 um-1, 1e16"
    })
    void aFluxInAnyUnitOfFluxPerWavelengthIsConverted(String unit, double factor) throws IOException {
        write("unit.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("flux", "E", Fixtures.flux()).in(unit)).bytes());
        SpectrumTable table = SpectrumTable.of("file:" + folder);
        assertThat(table.problem(0)).isNull();
        double[] flux = table.numbers(0, "flux");
        double[] ivar = table.numbers(0, "ivar");
        for (int i = 0; i < flux.length; i++) {
            assertThat(flux[i] / factor).isCloseTo(Fixtures.flux()[i], Assertions.within(1e-9));
            assertThat(ivar[i] * factor * factor).isCloseTo(4, Assertions.within(1e-9));
        }
    }

    @Test
    void aWavelengthInTheWrongUnitIsRefused() throws IOException {
        write("unit.fits", FitsBuilder.primary(Fixtures.lamostCards())
                .table(
                        "COADD",
                        Column.of("FLUX", "50E", List.of(Fixtures.flux())),
                        Column.of("IVAR", "50E", List.of(Fixtures.all(4))),
                        Column.of("WAVELENGTH", "50E", List.of(Fixtures.range(4000, 1))).in("Hz"))
                .bytes());
        assertProblem(SpectrumTable.of("file:" + folder), "unit.fits", "wrong unit: the wavelength is in 'Hz'");
    }

    @Test
    void aLogarithmOfTheWrongUnitIsRefused() throws IOException {
        write("log.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("loglam", "E", Fixtures.logarithms()).in("log10(Hz)")).bytes());
        write("ok.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("loglam", "E", Fixtures.logarithms()).in("log10(Angstrom)")).bytes());
        SpectrumTable table = SpectrumTable.of("file:" + folder);
        assertProblem(table, "log.fits", "wrong unit: the logarithm of the wavelength is in 'log10(Hz)'");
        assertProblem(table, "ok.fits", null);
    }

    @Test
    void wavelengthsThatGoBackAreRefused() throws IOException {
        double[] logarithms = Fixtures.logarithms();
        logarithms[20] = logarithms[18];
        write("back.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("loglam", "E", logarithms)).bytes());
        assertProblem(SpectrumTable.of("file:" + folder), "back.fits", "do not increase at pixel 20");
    }

    @Test
    void whatTheSurveyMasksEverywhereIsAllMasked() throws IOException {
        write("fibre.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("and_mask", "J", Fixtures.all(1))).bytes());
        write("every.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("and_mask", "J", Fixtures.all(-1))).bytes());
        SpectrumTable table = SpectrumTable.of("file:" + folder);
        assertProblem(table, "fibre.fits", "all masked: the survey's mask rules out every pixel");
        assertProblem(table, "every.fits", "all masked");
    }

    @ParameterizedTest
    @CsvSource({"10, true", "11, false"})
    void aFifthOfWrongNumbersIsTheMost(int wrong, boolean kept) throws IOException {
        double[] flux = Fixtures.flux();
        Arrays.fill(flux, 20, 20 + wrong, Double.NaN);
        write("nan.fits", Fixtures.sdss(Fixtures.sdssCards(), Column.of("flux", "E", flux)).bytes());
        assertProblem(SpectrumTable.of("file:" + folder), "nan.fits", kept ? null : "not a number in 11 of 50 pixels");
    }

    @Test
    void aFewWrongNumbersAreMaskedAndTheSpectrumIsKept() throws IOException {
        double[] flux = Fixtures.flux();
        double[] ivar = Fixtures.all(4);
        flux[5] = Double.POSITIVE_INFINITY;
        ivar[6] = Double.NaN;
        ivar[7] = -1;
        write("some.fits", Fixtures.sdss(
                        Fixtures.sdssCards(), Column.of("flux", "E", flux), Column.of("ivar", "E", ivar)).bytes());
        SpectrumTable table = SpectrumTable.of("file:" + folder);
        assertThat(table.problem(0)).isNull();
        int both = PixelFlag.NO_DATA.bit() + PixelFlag.NOT_A_NUMBER.bit();
        assertThat(Arrays.copyOfRange(table.numbers(0, "mask"), 4, 9)).containsExactly(0, both, both, PixelFlag.NO_DATA.bit(), 0);
        assertThat(Arrays.copyOfRange(table.numbers(0, "ivar"), 4, 9)).containsExactly(4, 0, 0, 0, 4);
        assertThat(table.numbers(0, "flux")[5]).isZero();
    }

    /** Bits turned at random, ends cut at random: a row each time, never a failure. */
    @ParameterizedTest
    @ValueSource(longs = {20261122, 7})
    void noiseInTheBytesNeverStopsTheBatch(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = good().bytes();
        int files = 60;
        for (int i = 0; i < files; i++) {
            byte[] noisy = Arrays.copyOf(good, i % 3 == 0 ? random.nextInt(good.length) : good.length);
            for (int turned = random.nextInt(1, 40); turned > 0 && noisy.length > 0; turned--) {
                noisy[random.nextInt(noisy.length)] ^= (byte) (1 << random.nextInt(8));
            }
            write(String.format(Locale.ROOT, "noise-%02d.fits", i), noisy);
        }
        write("z.fits", good);
        SpectrumTable table = SpectrumTable.of("file:" + folder);
        assertThat(table.rows()).as("seed " + seed).hasSize(files + 1);
        assertProblem(table, "z.fits", null);
    }

    /** A header may declare what no file holds; nothing is allocated for it. */
    @Test
    void hugeDeclarationsAreRefused() throws IOException {
        byte[] good = good().bytes();
        String text = new String(good, StandardCharsets.ISO_8859_1).replaceFirst("NAXIS2  =                   50", "NAXIS2  =           2147483647");
        write("huge.fits", text.getBytes(StandardCharsets.ISO_8859_1));
        assertProblem(SpectrumTable.of("file:" + folder), "huge.fits", "truncated");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new FitsConnector().open(DataSource.of("file:" + folder.resolve("none"))))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("there is no such file or folder");
        assertThatThrownBy(() -> new FitsConnector().open(DataSource.of("file:" + folder + "/*.fits")))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("no file is there");
    }

    private static FitsBuilder good() {
        return Fixtures.sdss(Fixtures.sdssCards());
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static void assertProblem(SpectrumTable table, String file, @Nullable String problem) {
        if (problem == null) {
            assertThat(table.row(file).get("problem")).as(file).isNull();
        } else {
            assertThat((String) table.row(file).get("problem")).as(file).contains(problem);
            assertThat(table.row(file)).as(file).containsEntry("flux", List.of()).containsEntry("flux_unit", null);
        }
    }
}
