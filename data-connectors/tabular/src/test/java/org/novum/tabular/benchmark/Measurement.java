package org.novum.tabular.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One timed run.
 *
 * @param wall seconds on the clock
 * @param cpu seconds of all threads of the process
 * @param entries of the histogram
 * @param weighted sum of bin number times count
 */
record Measurement(double wall, double cpu, long entries, long weighted) {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Times a run in this process. */
    static Measurement of(Supplier<long[]> run) {
        long wall = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        long[] sums = run.get();
        return new Measurement(
                (System.nanoTime() - wall) * 1e-9, (PROCESS.getProcessCpuTime() - cpu) * 1e-9, sums[0], sums[1]);
    }

    /** The run with the median of processor time. */
    static Measurement median(List<Measurement> runs) {
        return runs.stream().sorted(Comparator.comparingDouble(Measurement::cpu)).toList().get(runs.size() / 2);
    }

    /** A line of the report, times beside those of the peer. */
    String line(String name, Measurement peer) {
        return String.format(
                Locale.ROOT,
                "%-34s wall %6.3f s (%4.2f)   cpu %6.3f s (%4.2f)   entries %,d   sum %,d",
                name,
                wall,
                wall / peer.wall,
                cpu,
                cpu / peer.cpu,
                entries,
                weighted);
    }
}
