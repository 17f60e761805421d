package org.novum.particledecay.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.novum.particledecay.fit.Component;
import org.novum.particledecay.fit.FitResult;
import org.novum.particledecay.fit.FittedParameter;
import org.novum.particledecay.fit.MixtureFit;
import org.novum.particledecay.fit.MixtureModel;
import org.novum.particledecay.fit.Sample;
import org.novum.particledecay.fit.Yield;
import org.novum.particledecay.shape.CrystalBall;
import org.novum.particledecay.shape.ExponentialPolynomial;
import org.novum.particledecay.shape.PeakStart;
import org.novum.statistics.math.StableMath;

/**
 * One fit with what it cost.
 *
 * @param result the fit
 * @param cpu seconds of all threads of the process, compiler and collector included
 * @param wall seconds on the clock
 */
record MeasuredFit(FitResult result, double cpu, double wall) {
    static MeasuredFit of(double[] masses) {
        double cpu = processorTime();
        long wall = System.nanoTime();
        double events = masses.length;
        MixtureModel model = MixtureModel.of(GeneratedMasses.WINDOW, List.of(
                new Component(
                        "signal", new CrystalBall(new PeakStart(3.1, 0, 0.03)), Yield.positive(0.2 * events, events)),
                new Component("background", new ExponentialPolynomial(1), Yield.positive(0.8 * events, events))));
        FitResult result = new MixtureFit(Sample.of(masses, GeneratedMasses.WINDOW)).fit(model);
        return new MeasuredFit(result, processorTime() - cpu, (System.nanoTime() - wall) * 1e-9);
    }

    /** The only fit of a process, printed for the parent; argument: file of masses. */
    public static void main(String[] arguments) throws IOException {
        double[] masses = GeneratedMasses.read(Path.of(arguments[0]));
        long before = memory("VmRSS:");
        MeasuredFit fit = of(masses);
        long peak = memory("VmHWM:");
        System.out.println("fit " + fit.cpu + " " + fit.wall);
        System.out.println("memory " + peak + " " + (peak - before));
        System.out.printf("# status %s, EDM %.1e, %d passes over the events, kernels %s%n", fit.result.status(),
                fit.result.distance(), fit.result.evaluations(), StableMath.form());
        for (FittedParameter parameter : fit.result.parameters()) {
            System.out.println(parameter.name() + " " + parameter.value() + " " + parameter.error());
        }
        System.out.println("process " + processorTime() + " 0");
    }

    private static double processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() * 1e-9;
    }

    private static long memory(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
