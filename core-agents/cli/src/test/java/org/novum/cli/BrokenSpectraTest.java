package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.cli.FitsText.Card;
import org.novum.cli.FitsText.Column;
import org.novum.cli.SurveyLayout.Sampled;

/** A folder of broken files beside a good one: each has a row with a reason, and the good one its answer. */
class BrokenSpectraTest {
    private static final int PIXELS = 3800;

    @TempDir
    private Path folder;

    /** A galaxy of emission lines at z = 0.1 with noise. */
    private static Sampled galaxy() {
        double[][] lines = {{3729, 2}, {4341.7, 0.5}, {4862.7, 1}, {4960.3, 1}, {5008.2, 3}, {6564.6, 2.9}, {6718.3, 0.3}, {6732.7, 0.3}};
        SplittableRandom random = new SplittableRandom(4);
        double[] wavelength = new double[PIXELS];
        double[] flux = new double[PIXELS];
        double[] ivar = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            wavelength[i] = StrictMath.pow(10, 3.58 + 1e-4 * i);
            flux[i] = 10 + random.nextGaussian();
            ivar[i] = 1;
            for (double[] line : lines) {
                double pixels = StrictMath.log10(wavelength[i] / line[0] / 1.1) / 1e-4;
                flux[i] += 40 * line[1] * StrictMath.exp(-0.5 * pixels * pixels / 2.56);
            }
        }
        return new Sampled(wavelength, flux, ivar);
    }

    private static double[] filled(double value) {
        double[] values = new double[PIXELS];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] mostlyNaN(double[] flux) {
        double[] broken = flux.clone();
        for (int i = 0; i < broken.length; i++) {
            broken[i] = i % 10 == 0 ? broken[i] : Double.NaN;
        }
        return broken;
    }

    /** File name to its bytes, and the word that its reason starts with. */
    private Map<String, String> write() throws IOException {
        Sampled good = galaxy();
        byte[] whole = SurveyLayout.BOSS.write(good);
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        files.put("good.fits", whole);
        files.put("all-masked.fits", SurveyLayout.BOSS.write(new Sampled(good.wavelength(), good.flux(), filled(0))));
        reasons.put("all-masked.fits", "all masked");
        files.put("constant.fits", SurveyLayout.BOSS.write(new Sampled(good.wavelength(), filled(3), good.ivar())));
        reasons.put("constant.fits", "constant");
        files.put(
                "not-numbers.fits",
                SurveyLayout.BOSS.write(new Sampled(good.wavelength(), mostlyNaN(good.flux()), good.ivar())));
        reasons.put("not-numbers.fits", "not a number");
        files.put("truncated.fits", Arrays.copyOf(whole, whole.length / 2));
        reasons.put("truncated.fits", "truncated");
        files.put("empty.fits", new byte[0]);
        reasons.put("empty.fits", "not a spectrum");
        files.put("text.fits", "This is no FITS file.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        reasons.put("text.fits", "not a spectrum");
        files.put(
                "picture.fits",
                new FitsText().image('E', new int[] {20, 30}, new double[600], new Card("OBJECT", "M31")).bytes());
        reasons.put("picture.fits", "not a spectrum");
        files.put(
                "wrong-wavelengths.fits",
                SurveyLayout.LAMOST_DR8.write(new Sampled(filled(7), good.flux(), good.ivar())));
        reasons.put("wrong-wavelengths.fits", "wrong wavelengths");
        files.put(
                "wrong-unit.fits",
                new FitsText()
                        .primary(new Card("BUNIT", "count"))
                        .table(
                                "COADD",
                                new Column("FLUX", 'E', rows(good.flux())),
                                new Column("LOGLAM", 'E', rows(Arrays.stream(good.wavelength()).map(StrictMath::log10).toArray())),
                                new Column("IVAR", 'E', rows(good.ivar())))
                        .bytes());
        reasons.put("wrong-unit.fits", "wrong unit");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(Files.createDirectories(folder.resolve("data")).resolve(file.getKey()), file.getValue());
        }
        return reasons;
    }

    private static double[][] rows(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private Path called(String operation, String out) {
        Program.at(folder.resolve("home"))
                .run("call", operation, "--in", folder.resolve("data"), "--out", folder.resolve(out))
                .requireCode(ExitCode.OK);
        return folder.resolve(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spectra.redshift", "spectra.lines", "spectra.parameters", "spectra.continuum", "spectra.outliers"})
    void everyBrokenFileHasARowWithItsReason(String operation) throws IOException {
        Map<String, String> reasons = write();
        List<String> lines = Files.readAllLines(called(operation, "out.csv"));
        reasons.forEach((file, reason) -> assertThat(lines)
                .as(operation + " of " + file)
                .filteredOn(line -> line.contains(file))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.replace("\"", "")).contains("," + reason).doesNotContain("NaN")));
        assertThat(lines).anyMatch(line -> line.contains("good.fits"));
    }

    @Test
    void theGoodOneIsFoundAmongThem() throws IOException {
        write();
        List<String> lines = Files.readAllLines(called("spectra.redshift", "z.csv"));
        assertThat(lines).hasSize(11);
        String[] good = lines.stream().filter(line -> line.startsWith("good.fits")).findFirst().orElseThrow().split(",", -1);
        assertThat(good[1]).isEqualTo("GALAXY");
        assertThat(Double.parseDouble(good[3])).isBetween(0.0999, 0.1001);
    }

    @Test
    void theGalleryShowsThemToo() throws IOException {
        write();
        String page = Files.readString(called("spectra.plot", "gallery.html"));
        assertThat(page).contains("10 objects: ").contains("9 without answer").contains("No answer: truncated");
    }

    /** A spectrum, or a table of the user's, is taken for no template, and for no further spectrum either. */
    @ParameterizedTest
    @ValueSource(strings = {"spectra.redshift", "spectra.plot"})
    void whatIsNoFileOfTemplatesIsRefusedInOneLine(String operation) throws IOException {
        write();
        Files.copy(folder.resolve("data/good.fits"), folder.resolve("good"));
        for (String other : List.of("data/good.fits", "data/text.fits", "data/truncated.fits", "good")) {
            Path file = folder.resolve(other);
            Program.at(folder.resolve("home"))
                    .run("call", operation, "--in", folder.resolve("data/good.fits"), "--param", "templates=" + file,
                            "--out", folder.resolve("out.json"))
                    .requireCode(ExitCode.DATA)
                    .requireOneLine(file.toString(), "templates", "spectra.train");
        }
    }
}
