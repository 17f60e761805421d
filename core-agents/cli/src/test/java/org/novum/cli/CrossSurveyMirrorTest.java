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
import java.util.zip.CRC32;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.data.Batches;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.cli.SurveyLayout.Sampled;
import org.novum.fits.FitsConnector;

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

    /** Bits that say that a pixel holds nothing: no data, not a number, rejected. */
    private static final int UNUSABLE = 0b111;

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
        Map<String, Sampled> spectra = new TreeMap<>();
        Path mirror = Path.of(System.getenv("NOVUM_MIRROR")).resolve("spectra");
        read(mirror.resolve("sdss"), part, spectra);
        read(mirror.resolve("lamost"), part, spectra);
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

    private static void read(Path files, int part, Map<String, Sampled> spectra) {
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = new FitsConnector().open(DataSource.of(files.toString()));
                Batches batches = dataset.read(
                        allocator,
                        dataset.card().parts().getFirst().name(),
                        List.of("file", "wavelength", "flux", "ivar", "mask", "problem"))) {
            while (batches.next()) {
                for (int row = 0; row < batches.root().getRowCount(); row++) {
                    String name = ((VarCharVector) batches.root().getVector("file")).getObject(row).toString();
                    name = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
                    CRC32 hash = new CRC32();
                    hash.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    if (hash.getValue() % part == 0 && batches.root().getVector("problem").isNull(row)) {
                        spectra.put(name, sampled(batches, row).between(LOW, HIGH));
                    }
                }
            }
        }
    }

    private static Sampled sampled(Batches batches, int row) {
        double[] wavelength = numbers(batches, "wavelength", row);
        double[] ivar = numbers(batches, "ivar", row);
        ListVector masks = (ListVector) batches.root().getVector("mask");
        for (int i = 0; i < ivar.length; i++) {
            int flags = ((IntVector) masks.getDataVector()).get(masks.getElementStartIndex(row) + i);
            ivar[i] = (flags & UNUSABLE) == 0 ? ivar[i] : 0;
        }
        return new Sampled(wavelength, numbers(batches, "flux", row), ivar);
    }

    private static double[] numbers(Batches batches, String column, int row) {
        ListVector lists = (ListVector) batches.root().getVector(column);
        int from = lists.getElementStartIndex(row);
        double[] values = new double[lists.getElementEndIndex(row) - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Float8Vector) lists.getDataVector()).get(from + i);
        }
        return values;
    }
}
