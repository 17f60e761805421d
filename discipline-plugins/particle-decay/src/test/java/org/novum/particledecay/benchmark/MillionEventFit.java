package org.novum.particledecay.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Crystal Ball plus exponential, extended unbinned, with errors, on a million events, beside iminuit and numpy.
 *
 * <p>Both programs fit the same file from the same start values in fresh processes, in turns; the figures are medians of
 * processor time, of the fit alone and of the whole process from its start. For Novum the fit alone includes whatever
 * the compiler does meanwhile; fits in a process that has done some already are given too. Run:
 * {@code core-agents/benchmarks/run fit}; arguments are the number of events and the Python, which needs numpy and
 * iminuit.
 */
public final class MillionEventFit {
    private static final int ROUNDS = 3;
    private static final int WARM_FITS = 25;
    private static final int TABLE_COLUMNS = 8;

    private MillionEventFit() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        String python = arguments.length > 1 ? arguments[1] : "/usr/bin/python3";
        double[] masses = GeneratedMasses.generate(events, new SplittableRandom(20261122));
        Path data = Files.createTempFile("novum-fit", ".f64");
        Path script = Files.createTempFile("novum-peer", ".py");
        try (InputStream source =
                Objects.requireNonNull(MillionEventFit.class.getResourceAsStream("crystal_ball_peer.py"))) {
            GeneratedMasses.write(masses, data);
            Files.write(script, source.readAllBytes());
            List<Map<String, double[]>> novum = new ArrayList<>();
            List<Map<String, double[]>> peer = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) { // in turns, so that a busy machine is busy for both
                novum.add(figures(novum(data)));
                peer.add(figures(List.of(python, script.toString(), data.toString())));
            }
            compare(median(novum), median(peer));
            memory(median(novum), median(peer), events);
            warm(masses, median(peer).get("fit")[0]);
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(script);
        }
    }

    private static List<String> novum(Path data) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xmx"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx48m", "-cp", System.getProperty("java.class.path"), MeasuredFit.class.getName(), data.toString()));
        return command;
    }

    /** What a program prints as name and two numbers; other lines are shown. */
    private static Map<String, double[]> figures(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Map<String, double[]> figures = new LinkedHashMap<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line : reader.lines().toList()) {
                String[] fields = line.split(" ");
                if (line.startsWith("#")) {
                    System.out.println(line.substring(2));
                } else {
                    figures.put(fields[0], new double[] {Double.parseDouble(fields[1]), Double.parseDouble(fields[2])});
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed; a Python needs numpy and iminuit");
        }
        return figures;
    }

    /** The run with the median of the fit's processor time. */
    private static Map<String, double[]> median(List<Map<String, double[]>> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(run -> run.get("fit")[0]))
                .toList()
                .get(runs.size() / 2);
    }

    private static void compare(Map<String, double[]> novum, Map<String, double[]> peer) {
        System.out.printf("%n%-18s %33s %33s %12s %8s%n", "", "novum", "iminuit + numpy", "difference", "errors");
        for (String name : List.of(
                "signal.yield", "signal.mass", "signal.resolution", "signal.alpha", "signal.power", "background.yield",
                "background.c1")) {
            double[] ours = novum.get(name);
            double[] theirs = peer.get(name);
            System.out.printf(Locale.ROOT, "%-18s %18.9g +- %10.4g  %18.9g +- %10.4g  %6.4f sigma %8.3f%n", name,
                    ours[0], ours[1], theirs[0], theirs[1], Math.abs(ours[0] - theirs[0]) / ours[1],
                    ours[1] / theirs[1]);
        }
        System.out.printf(Locale.ROOT, "%nfit, fresh process      novum CPU %.3f s, wall %.3f s; peer CPU %.3f s, wall %.3f s;"
                        + " CPU novum / peer = %.3f%n", novum.get("fit")[0], novum.get("fit")[1], peer.get("fit")[0],
                peer.get("fit")[1], novum.get("fit")[0] / peer.get("fit")[0]);
        System.out.printf(Locale.ROOT, "whole process           novum CPU %.3f s; peer CPU %.3f s; novum / peer = %.3f%n",
                novum.get("process")[0], peer.get("process")[0], novum.get("process")[0] / peer.get("process")[0]);
    }

    private static void memory(Map<String, double[]> novum, Map<String, double[]> peer, int events) {
        double column = (double) events * Double.BYTES;
        System.out.printf(Locale.ROOT, "memory                  novum's process peaks at %.1f MB, %.1f MB of it during the fit"
                        + " and beyond the column of masses (%.1f MB); peer's process at %.1f MB;%n"
                        + "                        the table of two four-vectors has %.1f MB of columns: novum's process is %.2f of it%n",
                1e-6 * novum.get("memory")[0], 1e-6 * novum.get("memory")[1], 1e-6 * column,
                1e-6 * peer.get("memory")[0], 1e-6 * TABLE_COLUMNS * column,
                novum.get("memory")[0] / (TABLE_COLUMNS * column));
    }

    private static void warm(double[] masses, double peer) {
        List<Double> seconds = new ArrayList<>();
        for (int fit = 0; fit < WARM_FITS; fit++) {
            seconds.add(MeasuredFit.of(masses).cpu());
        }
        List<Double> last = seconds.subList(WARM_FITS - 7, WARM_FITS).stream().sorted().toList();
        System.out.printf(Locale.ROOT, "fit, process warmed up  novum CPU %.3f s (median of the last 7 of %d fits);"
                + " novum / peer = %.3f%n", last.get(3), WARM_FITS, last.get(3) / peer);
    }
}
