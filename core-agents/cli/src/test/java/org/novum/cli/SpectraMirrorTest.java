package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.novum.archives.ArchivePlaces;
import org.novum.runtime.Observers;
import org.novum.spectra.spectrum.LogGrid;
import picocli.CommandLine;

/** Classes and redshifts of the survey spectra of the mirror, through the command line. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class SpectraMirrorTest {
    @TempDir
    private Path folder;

    private Path data() {
        return Path.of(System.getenv("NOVUM_MIRROR"), "spectra");
    }

    private void call(String... arguments) {
        StringWriter told = new StringWriter();
        PrintWriter writer = new PrintWriter(told, true);
        Workbench workbench = new Workbench(
                Observers.NONE,
                new Workbench.Surroundings(
                        InstantSource.system(),
                        new ArchivePlaces(folder.resolve("home"), Optional.of(Path.of(System.getenv("NOVUM_MIRROR"))))));
        CommandLine line = Main.commandLine(workbench).setOut(writer).setErr(writer);
        assertThat(line.execute(arguments)).as(told.toString()).isZero();
    }

    /** Rows of a result by the name of the file, each by the names of the columns. */
    private Map<String, Map<String, String>> redshifts(Path... inputs) throws IOException {
        Path out = folder.resolve("z.csv");
        List<String> arguments = new ArrayList<>(List.of("call", "spectra.redshift", "--in"));
        Arrays.stream(inputs).map(Path::toString).forEach(arguments::add);
        arguments.addAll(List.of("--out", out.toString()));
        call(arguments.toArray(String[]::new));
        List<String> lines = Files.readAllLines(out);
        String[] header = lines.getFirst().split(",");
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.put(fields[0].substring(fields[0].lastIndexOf('/') + 1), row);
        }
        return rows;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void spectraOfEveryKindHaveTheRedshiftOfTheirSurvey() throws IOException {
        record Expected(String file, String spectralClass, double redshift) {}
        List<Expected> all = List.of(
                new Expected("sdss/spec-0547-51959-0167.fits.gz", "GALAXY", 0.05571302),
                new Expected("sdss/spec-3655-55240-0332.fits.gz", "QSO", 0.5302),
                new Expected("sdss/spec-3655-55240-0388.fits.gz", "QSO", 2.6238),
                new Expected("lamost/spec-55862-B6212_sp06-107.fits.gz", "STAR", -0.0003));
        for (Expected one : all) {
            Map<String, String> row = redshifts(data().resolve(one.file())).values().iterator().next();
            assertThat(row).as(one.file()).containsEntry("class", one.spectralClass());
            assertThat(number(row, "z")).as(one.file()).isCloseTo(one.redshift(), within(0.003 * (1 + one.redshift())));
            assertThat(number(row, "confidence")).as(one.file()).isGreaterThan(0.95);
        }
    }

    /** The survey says 3.388 and does not warn; the lines say 2.445, which is nearly met without the troughs. */
    @Test
    void aWrongRedshiftOfASurveyIsRefused() throws IOException {
        Map<String, String> row = redshifts(data().resolve("sdss/spec-3655-55240-0110.fits.gz"))
                .values()
                .iterator()
                .next();
        assertThat(row).containsEntry("class", "QSO");
        assertThat(number(row, "z")).isCloseTo(2.445, within(0.003 * 3.445));
        assertThat(number(row, "confidence")).isLessThan(0.95);
    }

    /** From blocks that only propose to blocks that only confirm: nobody tells the agents of 2.445. */
    @Test
    void agentsFindTheRedshiftThatTheSurveyMissed() throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                """
                study: one-quasar
                question: Is it where its survey puts it?
                experiment: one-quasar
                discipline: spectra
                data:
                  uris: ["dataset:spec-3655-55240-0110", dataset:spectra-manifest]
                options:
                  claims: survey
                  tolerance: 1500
                budget:
                  errorRate: 0.05
                  share: 1
                  rounds: 1
                """);
        Path bundle = folder.resolve("bundle");
        call("run", study.toString(), "--out", bundle.toString());
        Map<Double, String> verdicts = new TreeMap<>();
        new ObjectMapper()
                .readTree(bundle.resolve("findings.json").toFile())
                .get("findings")
                .forEach(finding -> verdicts.put(
                        finding.at("/quantities/redshift_claimed/value").asDouble(),
                        finding.get("verdict").asText()));
        assertThat(verdicts).containsEntry(3.387655, "refuted");
        double tolerance = 1500 / LogGrid.LIGHT * 3.445;
        assertThat(verdicts.entrySet())
                .anyMatch(one -> Math.abs(one.getKey() - 2.445) < tolerance && one.getValue().equals("evidence"))
                .noneMatch(one -> Math.abs(one.getKey() - 2.445) > tolerance && one.getValue().equals("evidence"));
    }

    @Test
    void repeatedSpectraOfOneQuasarAgree() throws IOException {
        double[] velocities = redshifts(data().resolve("repeat-rm017")).values().stream()
                .mapToDouble(row -> number(row, "z") / 1.457 * LogGrid.LIGHT)
                .sorted()
                .toArray();
        assertThat(velocities).hasSize(26);
        double median = velocities[13];
        double[] deviations = Arrays.stream(velocities).map(one -> Math.abs(one - median)).sorted().toArray();
        assertThat(1.4826 * deviations[13]).isLessThan(27);
    }

    private JsonNode evaluated(String templates) throws IOException {
        Path out = folder.resolve("surveys.json");
        call(
                "call", "spectra.evaluate",
                "--in", data().resolve("sdss").toString(), data().resolve("lamost").toString(),
                "--param", "truth=" + data().resolve("manifest.csv"),
                "--param", "degrade=1",
                "--param", "exclude=spec-3655-55240-0110",
                "--param", "templates=" + templates,
                "--out", out.toString());
        return new ObjectMapper().readTree(out.toFile()).path("signalToNoiseDividedBy").path("1.0");
    }

    /** Of a class whose templates are the survey's; those of the other classes are the shipped ones. */
    @Test
    void templatesOfSurveysGiveTheirClassesRightRedshifts() throws IOException {
        JsonNode galaxies = evaluated("dataset:sdss-eigen-galaxies").path("GALAXY");
        assertThat(galaxies.path("objects").asInt()).isEqualTo(101);
        assertThat(galaxies.path("right").asInt()).isGreaterThanOrEqualTo(96);
        JsonNode quasars = evaluated("dataset:redrock-quasars-low,dataset:redrock-quasars-high").path("QSO");
        assertThat(quasars.path("objects").asInt()).isEqualTo(54);
        assertThat(quasars.path("right").asInt()).isGreaterThanOrEqualTo(46);
        assertThat(quasars.path("classRight").asInt()).isGreaterThanOrEqualTo(52);
        JsonNode stars = evaluated(data().resolve("templates/spEigenStar-55734.fits.gz").toString()).path("STAR");
        assertThat(stars.path("objects").asInt()).isEqualTo(120);
        assertThat(stars.path("right").asInt()).isGreaterThanOrEqualTo(115);
    }

    /** Templates are trained without the objects that they are scored on. Floors are the bars of the project where met. */
    @Test
    @Tag("slow")
    void crossValidatedAnswersKeepTheirLevel() throws IOException {
        Path out = folder.resolve("scores.json");
        call(
                "call", "spectra.evaluate",
                "--in", data().resolve("sdss").toString(), data().resolve("lamost").toString(),
                "--param", "truth=" + data().resolve("manifest.csv"),
                "--param", "folds=5",
                "--param", "exclude=spec-3655-55240-0110",
                "--out", out.toString());
        JsonNode scores = new ObjectMapper().readTree(out.toFile()).path("signalToNoiseDividedBy");
        assertThat(scores.path("1.0").path("objects").asInt()).isEqualTo(275);
        assertThat(scores.path("1.0").path("right").asInt()).isGreaterThanOrEqualTo(269);
        assertThat(scores.path("5.0").path("right").asInt()).isGreaterThanOrEqualTo(262);
        assertThat(scores.path("10.0").path("right").asInt()).isGreaterThanOrEqualTo(245);
        assertThat(scores.path("1.0").path("QSO").path("classRight").asInt()).isEqualTo(54);
        for (String factor : List.of("1.0", "5.0", "10.0")) {
            assertThat(scores.path(factor).path("confident").path("wrong").asInt()).as(factor).isLessThanOrEqualTo(1);
        }
        assertThat(scores.path("1.0").path("confident").path("kept").asInt()).isGreaterThanOrEqualTo(257);
        assertThat(scores.path("1.0").path("starVelocity").path("scatter").asDouble()).isLessThan(6);
        assertThat(Math.abs(scores.path("1.0").path("galaxyVelocity").path("bias").asDouble())).isLessThan(3);
    }
}
