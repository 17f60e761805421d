package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.novum.archives.ArchivePlaces;
import org.novum.cli.FitsText.Card;
import org.novum.cli.FitsText.Column;
import org.novum.runtime.Observers;
import picocli.CommandLine;

/** Claims that are explored on one half of the exposures of full SDSS files and confirmed on the other. */
class ExposureStudyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Wavelength in vacuum (Angstrom, NIST) and strength of lines of ionised gas. */
    private static final double[][] NEBULA = {
        {3727.09, 1}, {3729.88, 1.4}, {4341.68, 0.47}, {4862.68, 1}, {4960.30, 1}, {5008.24, 3}, {6564.61, 2.9}, {6585.27, 0.35}
    };

    @TempDir
    private Path folder;

    /** A camera's own pixels, not those of the grid; the blue one's from long to short wavelengths. */
    private static void camera(FitsText file, String name, double redshift, SplittableRandom random) {
        boolean blue = name.startsWith("B");
        int pixels = 2000;
        double[] flux = new double[pixels];
        double[] logarithm = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            logarithm[i] = (blue ? 3.7801 : 3.7702) + (blue ? -0.98e-4 : 0.94e-4) * i + random.nextDouble(1e-7);
            flux[i] = 10 + random.nextGaussian();
            for (double[] line : NEBULA) {
                double sigmas = (logarithm[i] - StrictMath.log10(line[0] * (1 + redshift))) / 1.6e-4;
                flux[i] += 12 * line[1] * StrictMath.exp(-0.5 * sigmas * sigmas);
            }
        }
        double[] ones = new double[pixels];
        Arrays.fill(ones, 1);
        file.table(
                name,
                new Column("flux", 'E', cells(flux)),
                new Column("loglam", 'D', cells(logarithm)),
                new Column("ivar", 'E', cells(ones)),
                new Column("mask", 'J', cells(new double[pixels])));
    }

    private static double[][] cells(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    /** A full file: sum, target, lines, blue cameras, red cameras. The sum is nothing but noise: nobody may look at it. */
    private static byte[] full(int exposures, double redshift, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int pixels = 3800;
        FitsText file = new FitsText()
                .primary(new Card("PLATEID", 1), new Card("MJD", 50_000), new Card("FIBERID", 7))
                .table(
                        "COADD",
                        new Column("flux", 'E', cells(random.doubles(pixels).toArray())),
                        new Column("loglam", 'E', cells(IntStream.range(0, pixels).mapToDouble(i -> 3.58 + 1e-4 * i).toArray())),
                        new Column("ivar", 'E', cells(random.doubles(pixels).toArray())))
                .table("SPECOBJ", new Column("Z", 'E', new double[][] {{redshift}}))
                .table("SPZLINE", new Column("LINEZ", 'E', new double[][] {{redshift}}));
        for (String camera : List.of("B1", "R1")) {
            for (int exposure = 0; exposure < exposures; exposure++) {
                camera(file, String.format("%s-%08d-00000001-00000002", camera, 900 + exposure), redshift, random);
            }
        }
        return file.bytes();
    }

    private JsonNode run(String study) throws IOException {
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, study);
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told, true);
        Workbench workbench = new Workbench(
                Observers.NONE,
                new Workbench.Surroundings(
                        InstantSource.system(), new ArchivePlaces(folder.resolve("home"), Optional.empty())));
        CommandLine line = Main.commandLine(workbench).setOut(writer).setErr(writer);
        Path out = folder.resolve("out");
        assertThat(line.execute("run", file.toString(), "--out", out.toString())).as(told.toString()).isZero();
        assertThat(line.execute("verify", out.toString())).as(told.toString()).isZero();
        return JSON.readTree(out.resolve("findings.json").toFile());
    }

    private static String study(String uri, Path table, String options) {
        return String.join(
                "\n",
                "study: halves",
                "question: Are these objects where their survey puts them?",
                "experiment: halves",
                "discipline: spectra",
                "data:",
                "  uris: [\"" + uri + "\", \"" + table + "\"]",
                "options:",
                "  claims: survey",
                "  tolerance: 300",
                options,
                "budget:",
                "  errorRate: 0.05",
                "  share: 1",
                "  rounds: 1",
                "");
    }

    /** Verdicts by claim. */
    private static Map<String, String> verdicts(JsonNode findings) {
        Map<String, String> verdicts = new TreeMap<>();
        findings.path("findings")
                .forEach(one -> verdicts.put(one.path("id").asText(), one.path("verdict").asText()));
        return verdicts;
    }

    @Test
    void aTrueClaimIsConfirmedOnTheOtherHalfAndAWrongOneIsNot() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.write(data.resolve("right.fits"), full(3, 0.1, 1));
        Files.write(data.resolve("wrong.fits"), full(2, 0.2, 2));
        Path table = folder.resolve("survey.csv");
        Files.writeString(table, "file,class,z\nright.fits,GALAXY,0.1\nwrong.fits,GALAXY,0.31\n");
        JsonNode findings = run(study(data + "#exposures", table, "  split: exposures"));
        Map<String, String> verdicts = verdicts(findings);
        assertThat(verdicts).containsEntry("redshift/right/GALAXY/0.1", "evidence");
        assertThat(verdicts.get("redshift/wrong/GALAXY/0.31")).isNotNull().isNotEqualTo("evidence");
        // The explored half of the other object led to its true redshift, and the other half confirms it.
        List<String> found = new ArrayList<>(verdicts.keySet());
        found.removeIf(id -> !id.matches("redshift/wrong/GALAXY/0\\.(2|20|1999).*"));
        assertThat(found).hasSize(1);
        assertThat(verdicts).containsEntry(found.getFirst(), "evidence");
        assertThat(allOf(folder)).as("journal and ledger").contains("by-turn");
    }

    /** What the run wrote down, of all its files. */
    private static String allOf(Path out) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** Both full files of the mirror: the survey's redshift is confirmed on the half of the exposures that nobody looked at. */
    @Test
    @Tag("mirror")
    @EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
    void theSurveysRedshiftsAreConfirmedOnTheHeldHalf() throws IOException {
        Path spectra = Path.of(System.getenv("NOVUM_MIRROR"), "spectra");
        JsonNode findings =
                run(study(spectra.resolve("sdss-full") + "#exposures", spectra.resolve("manifest.csv"), "  split: exposures"));
        assertThat(verdicts(findings))
                .containsEntry("redshift/spec-1314-53050-0568/GALAXY/0.06115961", "evidence")
                .containsEntry("redshift/spec-1363-53053-0510/GALAXY/0.02154106", "evidence");
    }
}
