package org.novum.pluginsdk.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataConnector;

/**
 * Gives damaged files to a connector, one after the other on a thread of its own that is watched.
 *
 * <p>The rule: each input is read, or refused by an exception of ours, within five seconds and the memory that there is. The
 * five seconds are of the process's processor time, which counts what other threads do for the input and the collection of
 * its garbage, since a machine may be busy with other things; a minute of the clock is too long whatever the processor did.
 */
final class FuzzRun {
    private static final long MOST_PROCESSOR = TimeUnit.SECONDS.toNanos(5);
    private static final long MOST_CLOCK = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK = 50;
    private static final long TELL = TimeUnit.MINUTES.toNanos(1);
    private static final Logger LOG = Logger.getLogger(FuzzRun.class.getName());
    private static final int MOST_VIOLATIONS = 25;
    private static final int FRAMES = 3;

    private final DataConnector connector;
    private final List<Seed> seeds;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Path folder;
    private final Map<String, String> violations = new LinkedHashMap<>();
    private volatile Input current;
    private volatile @Nullable Throwable broken;
    private int tried;
    private int read;
    private long slowest;
    private long slowestSeed;

    /** A seed and its file as it is undamaged, packed once. */
    private record Seed(FuzzSeed of, byte[] whole) {}

    /** What the thread is at. */
    private record Input(long seed, long clock, long processor) {}

    /**
     * Which inputs.
     *
     * @param first seed
     * @param count of inputs at most
     * @param seconds after which no further one is begun
     */
    record Span(long first, int count, long seconds) {}

    FuzzRun(DataConnector connector, List<FuzzSeed> seeds, Path folder) {
        this.connector = connector;
        this.seeds = seeds.stream().map(seed -> new Seed(seed, seed.whole())).toList();
        this.folder = folder;
        this.current = new Input(-1, System.nanoTime(), 0);
    }

    /** Tries the inputs; what breaks the rule is in the report. */
    FuzzReport run(Span span) {
        long start = System.nanoTime();
        current = new Input(span.first, start, system.getProcessCpuTime());
        Thread worker = new Thread(() -> work(span, start), "fuzz");
        worker.setDaemon(true); // one that hangs must not keep the process
        worker.start();
        try {
            long told = start;
            do {
                worker.join(LOOK);
                if (System.nanoTime() - told > TELL) {
                    told = System.nanoTime();
                    LOG.info(() -> String.format(
                            Locale.ROOT, "fuzz %s: at seed %d, %,d of %,d", connector.card().name(), current.seed,
                            current.seed - span.first, span.count));
                }
            } while (worker.isAlive() && !hangs(worker));
        } catch (InterruptedException e) {
            throw new IllegalStateException("the run was interrupted", e);
        }
        Throwable defect = broken;
        if (defect != null) {
            throw new IllegalStateException("the harness itself fails at seed " + current.seed, defect);
        }
        synchronized (violations) {
            return new FuzzReport(
                    connector.card().name(), span.first, tried, read, slowest, slowestSeed,
                    TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), List.copyOf(violations.values()));
        }
    }

    private boolean hangs(Thread worker) {
        Input now = current;
        long processor = system.getProcessCpuTime() - now.processor;
        if (processor < MOST_PROCESSOR && System.nanoTime() - now.clock < MOST_CLOCK || now != current) {
            return false;
        }
        note(now.seed, "hangs", worker.getStackTrace());
        return true;
    }

    private void work(Span span, long start) {
        try (Reading reading = new Reading(connector)) {
            for (int i = 0; i < span.count && violations.size() < MOST_VIOLATIONS; i++) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(span.seconds)) {
                    return;
                }
                one(reading, span.first + i);
            }
        } catch (Throwable defect) {
            broken = defect; // rethrown where the run was asked for
        }
    }

    private void one(Reading reading, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Seed origin = seeds.get(random.nextInt(seeds.size()));
        Seed other = seeds.get(random.nextInt(seeds.size()));
        byte[] input = random.nextBoolean()
                ? Mutation.of(origin.whole, other.whole, random)
                : origin.of.packing().apply(Mutation.of(origin.of.content(), other.of.content(), random));
        String uri = write(folder.resolve(origin.of.file()), input) + origin.of.part();
        long clock = System.nanoTime();
        current = new Input(seed, clock, system.getProcessCpuTime());
        try {
            read += reading.refusal(uri, seed).isEmpty() ? 1 : 0;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | AssertionError violation) {
            note(seed, violation.toString(), deepest(violation).getStackTrace());
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - clock);
        if (took > slowest) {
            slowest = took;
            slowestSeed = seed;
        }
        tried++;
    }

    private static Throwable deepest(Throwable violation) {
        Throwable cause = violation;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** One of each kind is enough: the same class at the same place in the code. */
    private void note(long seed, String what, StackTraceElement[] trace) {
        String kind = what.replaceFirst(":(?s).*", "") + Arrays.stream(trace).limit(FRAMES).toList();
        String told = "  seed " + seed + ": " + what.lines().findFirst().orElse("") + Arrays.stream(trace)
                .limit(14)
                .map(frame -> "\n      at " + frame)
                .collect(Collectors.joining());
        synchronized (violations) {
            violations.putIfAbsent(kind, told);
        }
    }

    /** Seeds of valid files must be read, or their damage tells nothing. */
    void requireValidSeeds() {
        List<String> unread = new ArrayList<>();
        try (Reading reading = new Reading(connector)) {
            for (Seed seed : seeds) {
                reading.refusal(write(folder.resolve(seed.of.file()), seed.whole) + seed.of.part(), 0)
                        .ifPresent(refusal -> unread.add(seed.of.file() + ": " + refusal));
            }
        }
        if (!unread.isEmpty()) {
            throw new AssertionError("these are not read even undamaged: " + unread);
        }
    }

    private static String write(Path file, byte[] bytes) {
        try {
            return "file:" + Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
