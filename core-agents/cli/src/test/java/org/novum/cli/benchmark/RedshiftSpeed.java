package org.novum.cli.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.cli.AllRows;
import org.novum.fits.FitsConnector;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.TemplateFile;

/**
 * Redshifts of a folder of SDSS spectra on one core: reading alone, the full analysis, and beside them a chi-square scan in
 * numpy with the same templates.
 *
 * <p>Arguments: the folder, how many rounds after the first two, which warm up, and how many spectra numpy is given.
 */
public final class RedshiftSpeed {
    private static final int WARM_UP = 2;
    private static final String PYTHON = "/usr/bin/python3";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private RedshiftSpeed() {}

    /**
     * Prints milliseconds of processor time for each spectrum.
     *
     * @param arguments folder, rounds, spectra for numpy
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        int few = Integer.parseInt(arguments[2]);
        List<RawSpectrum> spectra = new ArrayList<>();
        double reading = Double.MAX_VALUE;
        for (int round = 0; round < WARM_UP + rounds; round++) {
            long before = processorTime();
            spectra = read(folder);
            reading = round < WARM_UP ? reading : Math.min(reading, processorTime() - before);
        }
        report("Novum, reading alone", reading, spectra.size());
        RedshiftPipeline pipeline = new RedshiftPipeline(
                TemplateFile.shipped(), java.util.Optional.of(TemplateFile.shippedStars()));
        double working = Double.MAX_VALUE;
        Map<String, Redshift> answers = new TreeMap<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            long before = THREADS.getCurrentThreadCpuTime();
            for (RawSpectrum raw : spectra) {
                answers.put(Path.of(raw.file()).getFileName().toString(), pipeline.redshift(raw));
            }
            working = round < WARM_UP ? working : Math.min(working, THREADS.getCurrentThreadCpuTime() - before);
        }
        report("Novum, full analysis", working, spectra.size());
        peer(folder, few, answers);
    }

    private static void report(String what, double nanoseconds, int spectra) {
        double each = nanoseconds / 1e6 / spectra;
        System.out.printf(
                Locale.ROOT, "%-28s %9.2f ms of processor a spectrum, %8.1f a second%n", what, each, 1000 / each);
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static List<RawSpectrum> read(Path folder) {
        List<RawSpectrum> spectra = new ArrayList<>();
        try (BufferAllocator allocator = new RootAllocator();
                Dataset dataset = new FitsConnector().open(DataSource.of("file:" + folder))) {
            SpectrumRows.forEachBatch(new AllRows(dataset, allocator), spectra::addAll);
        }
        return spectra;
    }

    /** The same answers are wanted of both, so that both are known to do the work. */
    private static void peer(Path folder, int few, Map<String, Redshift> answers) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("novum-redshift");
        Path script = work.resolve("numpy_redshift.py");
        Path templates = work.resolve("templates.json");
        copy(RedshiftSpeed.class.getResourceAsStream("numpy_redshift.py"), script);
        copy(TemplateFile.class.getResourceAsStream("/org/novum/spectra/template/templates.json"), templates);
        List<String> command = new ArrayList<>(List.of(PYTHON, script.toString(), templates.toString()));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().contains(".fits"))
                    .sorted()
                    .limit(few)
                    .forEach(file -> command.add(file.toString()));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("numpy_redshift.py failed:\n" + String.join("\n", lines));
        }
        int same = 0;
        int all = 0;
        for (String line : lines) {
            String[] pair = line.split("=", 2);
            switch (pair[0]) {
                case "read_ms" -> report("astropy, reading alone", 1e6 * few * Double.parseDouble(pair[1]), few);
                case "scan_ms" -> report("numpy, chi-square scan", 1e6 * few * Double.parseDouble(pair[1]), few);
                case "answer" -> {
                    all++;
                    same += agrees(pair[1].split(" "), answers) ? 1 : 0;
                }
                default -> {}
            }
        }
        System.out.printf("same class and redshift within 1,000 km/s: %d of %d%n", same, all);
        Files.delete(script);
        Files.delete(templates);
        Files.delete(work);
    }

    private static boolean agrees(String[] answer, Map<String, Redshift> answers) {
        Redshift own = answers.get(answer[0]);
        Double value = own == null ? null : own.value();
        return value != null
                && own.spectralClass().map(Enum::name).filter(answer[1]::equals).isPresent()
                && Math.abs(value - Double.parseDouble(answer[2])) <= RedshiftPipeline.SAME * (1 + value);
    }

    private static void copy(InputStream stream, Path target) throws IOException {
        try (stream) {
            Files.copy(stream, target);
        }
    }
}
