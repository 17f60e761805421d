package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.novum.fits.spectrum.PixelFlag;

/** Spectra of the surveys themselves, compared with a manifest that astropy made. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class MirrorTest {
    private static final Path SPECTRA = Path.of(System.getenv().getOrDefault("NOVUM_MIRROR", ""), "spectra");

    @Test
    void everySpectrumOfTheManifestIsRead() throws IOException {
        Map<String, Map<String, String>> manifest = manifest();
        assertThat(manifest).hasSize(291);
        SoftAssertions soft = new SoftAssertions();
        for (String folder : List.of("sdss", "lamost")) {
            SpectrumTable table = SpectrumTable.of("file:" + SPECTRA.resolve(folder));
            for (Map<String, @Nullable Object> row : table.rows()) {
                String file = folder + "/" + row.get("file");
                Map<String, String> truth = manifest.remove(file);
                soft.assertThat(truth).as(file).isNotNull();
                soft.assertThat(row.get("problem")).as(file).isNull();
                if (truth != null && row.get("problem") == null) {
                    compare(soft, file, row, truth);
                }
            }
        }
        soft.assertThat(manifest).isEmpty();
        soft.assertAll();
    }

    /** Sums and single values that astropy 5.2 gives for the same files. */
    @Test
    void numbersAreThoseOfAstropy() {
        SpectrumTable legacy = of("sdss/spec-0266-51602-0013.fits.gz");
        assertSums(legacy, 0, 69100.50487619336, 2716.3194372989237);
        assertThat(legacy.numbers(0, "dispersion")[1000]).isCloseTo(1.1142387, within(1e-6));
        assertThat(legacy.numbers(0, "wavelength")[1000]).isCloseTo(4788.506706, within(2e-3));
        assertThat(count(legacy, PixelFlag.BRIGHT_SKY)).isEqualTo(52);
        assertThat(count(legacy, PixelFlag.BAD_SKY)).isEqualTo(2);
        SpectrumTable boss = of("sdss/spec-3655-55240-0110.fits.gz");
        assertSums(boss, 0, 18639.41753487196, 37328.9481514357);
        assertThat(boss.numbers(0, "dispersion")[1000]).isCloseTo(1.0523465, within(1e-6));
        assertThat(count(boss, PixelFlag.BRIGHT_SKY)).isEqualTo(146);
        assertThat(count(boss, PixelFlag.NO_DATA)).isEqualTo(4);
        assertThat(boss.rows().getFirst()).containsEntry("object", "3655-55240-0110").containsEntry("ra", 111.18364);
        SpectrumTable lamost = of("lamost/spec-55862-B6212_sp06-009.fits.gz");
        assertSums(lamost, 0, 4070786.7094841003, 48.91223638977681);
        assertThat(count(lamost, PixelFlag.NO_DATA)).isEqualTo(184);
    }

    @Test
    void desiArmsAreReadOneAfterTheOther() {
        SpectrumTable table = of("desi");
        assertThat(table.rows()).filteredOn(row -> row.get("problem") == null).hasSize(7);
        assertThat(table.rows())
                .filteredOn(row -> row.get("problem") != null)
                .allSatisfy(row -> assertThat((String) row.get("file")).startsWith("redrock"));
        assertThat(table.rows().stream().map(row -> row.get("object")).toList())
                .startsWith("39633559463397282", "39633559467591522", "39633559463398815", "39633559467592484", "39633560340006508", "39633345008634465")
                .contains("39089837499744649");
        SpectrumTable one = of("desi/coadd-4-80613-thru20210324.fits.gz");
        double[] flux = one.numbers(0, "flux");
        double[] ivar = one.numbers(0, "ivar");
        double[] sigma = one.numbers(0, "dispersion");
        double[] arm = one.numbers(0, "arm");
        int[] start = {0, 2751, 2751 + 2326, 7958};
        double[] fluxes = {3838.934364417568, 2639.5305154919624, 2252.3920763339847};
        double[] weights = {20062.753239750862, 92052.63073945045, 232272.5587552786};
        double[] widths = {0.7133703063473873, 0.6438717129022614, 0.7482746216176085};
        for (int number = 0; number < 3; number++) {
            assertThat(Arrays.copyOfRange(arm, start[number], start[number + 1])).containsOnly(number);
            assertThat(Arrays.stream(flux, start[number], start[number + 1]).sum()).isCloseTo(fluxes[number], within(1e-6));
            assertThat(Arrays.stream(ivar, start[number], start[number + 1]).sum()).isCloseTo(weights[number], within(1e-5));
            assertThat(sigma[start[number] + 1000]).isCloseTo(widths[number], within(1e-7));
        }
    }

    /** The same spectrum in air and in vacuum, linear and logarithmic, with and without the correction for the Sun. */
    @Test
    void ozdesFilesOfOneSpectrumAgree() {
        SpectrumTable table = of("ozdes");
        assertThat(table.rows()).hasSize(10).allSatisfy(row -> assertThat(row.get("problem")).isNull());
        double[] plain = SpectrumTable.numbers(table.row("emlLinearVacuumNoHelio.fits.gz"), "wavelength");
        Map<String, Double> shifts = Map.of(
                "emlLogVacuumNoHelio", 0.0,
                "emlLinearSkyAirNoHelio", 0.0,
                "emlLinearSkyAirHelio", -21.0922,
                "emlLinearSkyAirHelioCMB", -21.0922,
                "emlLogVacuumHelioCMB", -21.0922);
        shifts.forEach((name, velocity) -> {
            double[] wavelength = SpectrumTable.numbers(table.row(name + ".fits.gz"), "wavelength");
            for (int i : new int[] {0, 2500, 5036}) {
                // The files' own conversion from air is 0.2 km/s off in the red.
                double tolerance = name.contains("Air") ? 0.25 : 0.03;
                assertThat((wavelength[i] / plain[i] - 1) * 299_792.458).as(name).isCloseTo(velocity, within(tolerance));
            }
        });
        assertThat(table.rows().stream().filter(row -> "emlLogVacuumHelioMultiple.fits.gz".equals(row.get("file"))))
                .extracting(row -> row.get("object"))
                .containsExactly("D0221394-2854323", "W0220429-2922320", "C0220588-2916118");
    }

    @Test
    void whatFpackCompressedIsTheSame() {
        assertSame("fixtures/lamost-gzip2-lossless.fits.fz", "lamost/spec-55862-B6212_sp06-009.fits.gz", 0);
        assertSame("fixtures/sdss-table-gzip-rice.fits.fz", "sdss/spec-0266-51630-0028.fits.gz", 0);
        // Quantised to a quarter of the noise, as fpack does by default.
        assertSame("fixtures/lamost-rice-quantized.fits.fz", "lamost/spec-55862-B6212_sp06-009.fits.gz", 2e-2);
        assertSame("sdss-full/spec-1314-53050-0568.fits.gz", "sdss/spec-1314-53050-0568.fits.gz", 0);
    }

    @Test
    void allEpochsOfTheRepeatedQuasarAreRead() {
        SpectrumTable table = of("repeat-rm017");
        assertThat(table.rows()).hasSize(26).allSatisfy(row -> assertThat(row.get("problem")).isNull());
    }

    @Test
    void templatesAndTablesOfResultsAreNoSpectra() {
        for (String folder : List.of("templates")) {
            assertThat(of(folder).rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat((String) row.get("problem")).startsWith("not a spectrum"));
        }
    }

    private static SpectrumTable of(String path) {
        assertThat(SPECTRA.resolve(path)).exists();
        return SpectrumTable.of("file:" + SPECTRA.resolve(path));
    }

    private static void assertSums(SpectrumTable table, int row, double flux, double ivar) {
        assertThat(Arrays.stream(table.numbers(row, "flux")).sum()).isCloseTo(flux, within(1e-7 * flux));
        assertThat(Arrays.stream(table.numbers(row, "ivar")).sum()).isCloseTo(ivar, within(1e-7 * ivar));
    }

    private static long count(SpectrumTable table, PixelFlag flag) {
        return Arrays.stream(table.numbers(0, "mask")).filter(mask -> flag.in((int) mask)).count();
    }

    private static void assertSame(String one, String other, double tolerance) {
        SpectrumTable first = of(one);
        SpectrumTable second = of(other);
        assertThat(first.problem(0)).isNull();
        assertThat(first.numbers(0, "wavelength")).containsExactly(second.numbers(0, "wavelength"));
        assertThat(first.rows().getFirst().get("object")).isEqualTo(second.rows().getFirst().get("object"));
        double[] flux = first.numbers(0, "flux");
        double[] expected = second.numbers(0, "flux");
        double size = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < flux.length; i++) {
            assertThat(flux[i]).as(one + " pixel " + i).isCloseTo(expected[i], within(tolerance * size));
        }
    }

    private static void compare(
            SoftAssertions soft, String file, Map<String, @Nullable Object> row, Map<String, String> truth) {
        double[] wavelength = SpectrumTable.numbers(row, "wavelength");
        double[] flux = SpectrumTable.numbers(row, "flux");
        double[] ivar = SpectrumTable.numbers(row, "ivar");
        soft.assertThat(wavelength.length).as(file).isEqualTo(Integer.parseInt(truth.get("npix")));
        soft.assertThat(wavelength[0]).as(file).isCloseTo(Double.parseDouble(truth.get("wave_min")), within(0.051));
        soft.assertThat(wavelength[wavelength.length - 1])
                .as(file)
                .isCloseTo(Double.parseDouble(truth.get("wave_max")), within(0.051));
        soft.assertThat((Double) row.get("ra")).as(file).isCloseTo(Double.parseDouble(truth.get("ra")), within(1e-5));
        soft.assertThat((Double) row.get("dec")).as(file).isCloseTo(Double.parseDouble(truth.get("dec")), within(1e-5));
        double[] ratio = new double[flux.length];
        for (int i = 0; i < flux.length; i++) {
            ratio[i] = flux[i] * Math.sqrt(ivar[i]);
        }
        double[] known = IntStream.range(0, flux.length)
                .filter(i -> ivar[i] > 0)
                .mapToDouble(i -> ratio[i])
                .sorted()
                .toArray();
        double median = (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
        double expected = Double.parseDouble(truth.get("sn_median"));
        soft.assertThat(median).as(file + " S/N").isCloseTo(expected, within(1e-3 + 2e-4 * expected));
        soft.assertThat(row.get("flux_unit"))
                .as(file)
                .isEqualTo(file.startsWith("lamost") ? "relative" : "1e-17 erg s-1 cm-2 Angstrom-1");
        soft.assertThat(Arrays.stream(wavelength).sorted().toArray()).as(file).isEqualTo(wavelength);
    }

    private static Map<String, Map<String, String>> manifest() throws IOException {
        List<String> lines = Files.readAllLines(SPECTRA.resolve("manifest.csv"));
        List<String> header = List.of(lines.getFirst().split(",", -1));
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), fields[i]);
            }
            rows.put(fields[0], row);
        }
        return rows;
    }
}
