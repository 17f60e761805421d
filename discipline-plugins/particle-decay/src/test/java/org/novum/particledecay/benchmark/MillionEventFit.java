package org.novum.particledecay.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.novum.particledecay.fit.Component;
import org.novum.particledecay.fit.FitResult;
import org.novum.particledecay.fit.MixtureFit;
import org.novum.particledecay.fit.MixtureModel;
import org.novum.particledecay.fit.Sample;
import org.novum.particledecay.fit.Yield;
import org.novum.particledecay.shape.CrystalBall;
import org.novum.particledecay.shape.ExponentialPolynomial;
import org.novum.particledecay.shape.PeakStart;
import org.novum.particledecay.shape.Window;
import org.novum.statistics.math.StableMath;

/**
 * Crystal Ball plus exponential, extended unbinned, with errors, on a million events, beside iminuit and numpy.
 *
 * <p>Both programs fit the same generated file from the same start values; both report the processor time of the whole
 * process spent in the fit (for Java cold, compilation and collection included), the median of five fits in one
 * process as well. Run: {@code java -cp <test class path> --add-modules=jdk.incubator.vector
 * org.novum.particledecay.benchmark.MillionEventFit [events] [python]}; the Python needs numpy and iminuit.
 */
public final class MillionEventFit {
    private static final Window WINDOW = new Window(2.6, 3.6);

    private MillionEventFit() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        String python = arguments.length > 1 ? arguments[1] : "/usr/bin/python3";
        double[] masses = generate(events, new SplittableRandom(20261122));
        double[] seconds = new double[5];
        FitResult fit = null;
        for (int i = 0; i < seconds.length; i++) {
            long compiled = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
            long before = processorTime();
            fit = fit(masses);
            seconds[i] = (processorTime() - before) * 1e-9;
            System.out.printf("fit %d: CPU %.3f s; the compiler was at work for %.3f s of the wall clock%n", i, seconds[i],
                    1e-3 * (ManagementFactory.getCompilationMXBean().getTotalCompilationTime() - compiled));
        }
        Objects.requireNonNull(fit);
        System.out.printf("events %d, form %s, status %s, passes %d%n", events, StableMath.form(), fit.status(), fit.evaluations());
        double cold = seconds[0];
        java.util.Arrays.sort(seconds, 1, 5);
        System.out.printf("novum            CPU %.3f s in the first fit, %.3f s later%n", cold, seconds[2]);
        Map<String, double[]> peer = peer(masses, python);
        compare(fit, peer, new double[] {cold, seconds[2]});
    }

    private static FitResult fit(double[] masses) {
        double events = masses.length;
        MixtureModel model = MixtureModel.of(WINDOW, List.of(
                new Component("signal", new CrystalBall(new PeakStart(3.1, 0, 0.03)), Yield.positive(0.2 * events, events)),
                new Component("background", new ExponentialPolynomial(1), Yield.positive(0.8 * events, events))));
        return new MixtureFit(Sample.of(masses, WINDOW)).fit(model);
    }

    /** 30 % Crystal Ball by rejection from its own envelope, 70 % exponential by inverse distribution function. */
    private static double[] generate(int events, SplittableRandom random) {
        double[] masses = new double[events];
        for (int i = 0; i < events; i++) {
            masses[i] = random.nextDouble() < 0.3 ? crystalBall(random) : exponential(random);
        }
        return masses;
    }

    private static double exponential(SplittableRandom random) {
        double slope = 1.1;
        double span = 1 - StableMath.exp(-slope * WINDOW.width());
        return WINDOW.lower() - StableMath.log(1 - random.nextDouble() * span) / slope;
    }

    private static double crystalBall(SplittableRandom random) {
        double alpha = 1.4;
        double power = 2.5;
        while (true) {
            double t = random.nextDouble(-16.5, 5);
            double density = t > -alpha
                    ? StableMath.exp(-0.5 * t * t)
                    : StableMath.exp(-0.5 * alpha * alpha - power * StableMath.log(1 + (-t - alpha) * alpha / power));
            if (random.nextDouble() < density) {
                return 3.095 + 0.025 * t;
            }
        }
    }

    private static Map<String, double[]> peer(double[] masses, String python) throws IOException, InterruptedException {
        Path data = Files.createTempFile("novum-fit", ".f64");
        Path script = Files.createTempFile("novum-peer", ".py");
        try (InputStream source = Objects.requireNonNull(MillionEventFit.class.getResourceAsStream("crystal_ball_peer.py"))) {
            ByteBuffer bytes = ByteBuffer.allocate(masses.length * 8).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(masses);
            Files.write(data, bytes.array());
            Files.write(script, source.readAllBytes());
            Process process = new ProcessBuilder(python, script.toString(), data.toString()).redirectErrorStream(true).start();
            Map<String, double[]> values = new HashMap<>();
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                reader.lines().forEach(line -> {
                    String[] fields = line.split(" ");
                    if (fields.length == 3) {
                        values.put(fields[0], new double[] {Double.parseDouble(fields[1]), Double.parseDouble(fields[2])});
                    } else {
                        System.out.println("peer: " + line);
                    }
                });
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the peer failed; does " + python + " have numpy and iminuit?");
            }
            return values;
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(script);
        }
    }

    private static void compare(FitResult fit, Map<String, double[]> peer, double[] seconds) {
        double numpy = Objects.requireNonNull(peer.get("numpy.cpu"))[0];
        System.out.printf("iminuit + numpy  CPU %.3f s, %.0f calls; novum / peer = %.3f first, %.3f later%n", numpy,
                peer.get("numpy.cpu")[1], seconds[0] / numpy, seconds[1] / numpy);
        for (String name : List.of("signal.yield", "signal.mass", "signal.resolution", "signal.alpha", "signal.power",
                "background.yield", "background.c1")) {
            double[] other = Objects.requireNonNull(peer.get(name));
            System.out.printf("%-18s novum %.8g +- %.4g   peer %.8g +- %.4g   difference %.2g sigma%n", name,
                    fit.value(name), fit.error(name), other[0], other[1],
                    Math.abs(fit.value(name) - other[0]) / fit.error(name));
        }
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
