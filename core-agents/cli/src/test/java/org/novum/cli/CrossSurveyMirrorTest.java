package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.cli.SurveyLayout.Sampled;

/**
 * Class and redshift do not depend on the survey, its layout or its pixels: spectra of SDSS, BOSS and LAMOST, written in every
 * survey's layout and grid over the range that all have, give what they give in their own.
 */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class CrossSurveyMirrorTest {
    /** The wavelengths that all surveys cover, Angstrom in vacuum. */
    private static final double LOW = 3850;

    private static final double HIGH = 8830;

    @TempDir
    private Path folder;

    private record Answer(String spectralClass, double redshift, double error, String warnings) {}

    /** One object of three, chosen by a hash of its name. */
    @Test
    void aThirdOfTheObjects() throws IOException {
        compare(3);
    }

    @Test
    @Tag("slow")
    void allObjects() throws IOException {
        compare(1);
    }

    private void compare(int part) throws IOException {
        Map<String, Sampled> whole = new TreeMap<>();
        Map<String, Sampled> spectra = new TreeMap<>();
        Path mirror = Path.of(System.getenv("NOVUM_MIRROR")).resolve("spectra");
        MirrorSpectra.read(mirror.resolve("sdss"), part, whole);
        MirrorSpectra.read(mirror.resolve("lamost"), part, whole);
        whole.forEach((name, spectrum) -> spectra.put(name, spectrum.between(LOW, HIGH)));
        assertThat(spectra).hasSizeGreaterThanOrEqualTo(part == 1 ? 280 : 80);
        Map<SurveyLayout, Map<String, Answer>> answers = new TreeMap<>();
        for (SurveyLayout layout : SurveyLayout.values()) {
            answers.put(layout, answers(layout, spectra));
        }
        List<String> differing = new ArrayList<>();
        for (String name : spectra.keySet()) {
            Answer own = answers.get(name.contains("_sp") ? SurveyLayout.LAMOST_DR1 : SurveyLayout.BOSS).get(name);
            for (SurveyLayout layout : SurveyLayout.values()) {
                Answer other = answers.get(layout).get(name);
                if (!agree(own, other, layout)) {
                    differing.add(name + " " + layout + ": " + own + " but " + other);
                }
            }
        }
        System.out.println("cross-survey: " + spectra.size() + " spectra in " + SurveyLayout.values().length + " layouts, "
                + differing.size() + " answers differ");
        differing.forEach(System.out::println);
        assertThat(differing).isEmpty();
    }

    /**
     * The same class, and the same redshift within its error; where light was put on other pixels, whose noise is another,
     * within five errors or a third of a pixel. Where an answer warns, the same redshift is what counts as the same in the
     * scores, 0.003 (1 + z); where it warns of a runner-up nearly as good, it may be the runner-up.
     */
    private static boolean agree(Answer own, Answer other, SurveyLayout layout) {
        boolean doubted = own.warnings().contains("SMALL_DELTA_CHI2") || other.warnings().contains("SMALL_DELTA_CHI2");
        if (!own.spectralClass().equals(other.spectralClass())) {
            return doubted;
        }
        double difference = Math.abs(own.redshift() - other.redshift());
        double allowed = switch (layout) {
            case SDSS_LEGACY, BOSS, LAMOST_DR1, LAMOST_DR8 -> own.error();
            case DESI, OZDES -> Math.max(5 * own.error(), 7.7e-5 * (1 + own.redshift()));
        };
        boolean warned = !own.warnings().isEmpty() || !other.warnings().isEmpty();
        return difference <= (warned ? 0.003 * (1 + own.redshift()) : allowed) || doubted;
    }

    private Map<String, Answer> answers(SurveyLayout layout, Map<String, Sampled> spectra) throws IOException {
        Path files = Files.createDirectories(folder.resolve(layout.name()));
        for (Map.Entry<String, Sampled> entry : spectra.entrySet()) {
            Files.write(files.resolve(entry.getKey() + ".fits"), layout.write(entry.getValue()));
        }
        Path out = folder.resolve(layout + ".csv");
        Program.at(folder.resolve("home"))
                .run("call", "spectra.redshift", "--in", files, "--out", out)
                .requireCode(ExitCode.OK);
        List<String> lines = Files.readAllLines(out);
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        Map<String, Answer> answers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells[header.indexOf("class")]).as(layout + ": " + line).isNotEmpty();
            answers.put(
                    cells[0].replaceFirst("\\.fits$", ""),
                    new Answer(
                            cells[header.indexOf("class")],
                            Double.parseDouble(cells[header.indexOf("z")]),
                            Double.parseDouble(cells[header.indexOf("z_err")]),
                            cells[header.indexOf("warnings")]));
        }
        assertThat(answers).hasSameSizeAs(spectra);
        return answers;
    }
}
