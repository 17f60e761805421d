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
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

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
        double[] known = java.util.stream.IntStream.range(0, flux.length)
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
