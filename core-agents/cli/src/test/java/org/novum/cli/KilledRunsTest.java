package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.journal.BoundaryListener.Boundary;
import org.novum.runtime.bundle.Bundle;

/**
 * Kills the real program with SIGKILL, again and again, resumes it until its run is finished, and compares with a run that
 * nobody disturbed.
 *
 * <p>Each life of a run ends at a seeded place and time; see {@link HaltingProgram}.
 */
class KilledRunsTest {
    private static final int LANES = 2;
    private static final int MOST_CROSSINGS = 5;

    /** Everywhere a run can be killed. */
    private static final List<String> PLACES = Stream.concat(
                    Stream.of(HaltingProgram.JOURNAL_TRANSACTION, HaltingProgram.LEDGER_TRANSACTION),
                    Stream.of(Boundary.values()).map(Boundary::name))
            .sorted()
            .toList();

    private static final int MOST_LIVES = 200;
    private static final long END_SECONDS = 120;

    @TempDir
    private Path folder;

    private ProgramChild program;
    private Path study;
    private Life unbroken;
    private final Map<String, Integer> histogram = new ConcurrentSkipListMap<>();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void runUnbroken() throws IOException, InterruptedException {
        program = new ProgramChild(folder);
        study = FieldTrial.write(folder);
        unbroken = life("unbroken");
        Process process =
                program.start(unbroken.home(), HaltingProgram.Halt.NEVER, "run", study.toString(), "--out", unbroken.out().toString());
        process.inputReader().lines().toList();
        assertThat(process.waitFor()).describedAs(unbroken.errors()).isZero();
        assertThat(unbroken.ledger()).hasSize(2);
    }

    private Life life(String name) throws IOException {
        return Life.in(folder.resolve(name));
    }

    @Test
    void aHundredKills() throws ExecutionException, InterruptedException, IOException {
        killAtLeast(100, 20261122);
    }

    @Test
    @Tag("slow")
    void aThousandKills() throws ExecutionException, InterruptedException, IOException {
        killAtLeast(1_000, 20261123);
    }

    private void killAtLeast(int wanted, long seed)
            throws ExecutionException, InterruptedException, IOException {
        long start = System.nanoTime();
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<?>> results = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                SplittableRandom random = new SplittableRandom(seed + lane);
                results.add(lanes.submit(() -> {
                    while (kills.get() < wanted) {
                        disturbedRun(random, wanted);
                    }
                    return null;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        }
        report(seed, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        assertThat(histogram.keySet()).containsExactlyInAnyOrderElementsOf(PLACES);
        assertThat(kills.get()).isGreaterThanOrEqualTo(wanted);
    }

    /** Leaves the figures in {@code target/killed-runs.txt}, for people. */
    private void report(long seed, long seconds) throws IOException {
        String text = String.format(
                Locale.ROOT,
                "seed %d: %d kills in %d runs, %d s; acknowledged results lost 0, results doubled 0; kills by place %s%n",
                seed, kills.get(), runs.get(), seconds, new TreeMap<>(histogram));
        Files.writeString(Path.of("target", "killed-runs.txt"), text);
        System.out.print(text);
    }

    /** One run from its start to its end through many deaths. */
    private void disturbedRun(SplittableRandom random, int wanted) throws IOException, InterruptedException {
        Life life = life("run-" + runs.incrementAndGet());
        Set<String> acknowledged = new TreeSet<>();
        for (int lives = 1; live(life, kills.get() < wanted ? halt(random) : HaltingProgram.Halt.NEVER, acknowledged); lives++) {
            assertThat(lives).isLessThan(MOST_LIVES);
        }
        assertThat(life.file(Bundle.FINDINGS)).isEqualTo(unbroken.file(Bundle.FINDINGS));
        assertThat(life.file(Bundle.LEDGER)).isEqualTo(unbroken.file(Bundle.LEDGER));
        assertThat(life.ledger()).isEqualTo(unbroken.ledger());
        assertThat(life.results()).isEqualTo(unbroken.results());
        assertThat(life.execute("verify")).isZero();
        assertThat(life.execute("replay")).isZero();
    }

    private static HaltingProgram.Halt halt(SplittableRandom random) {
        String place = PLACES.get(random.nextInt(PLACES.size()));
        // A run writes into the ledger three times only.
        int most = place.equals(HaltingProgram.LEDGER_TRANSACTION) ? 1 : MOST_CROSSINGS;
        return new HaltingProgram.Halt(place, "", 1 + random.nextInt(most));
    }

    /** One life of a run; true if it was killed, false if it came to its end. */
    private boolean live(Life life, HaltingProgram.Halt halt, Set<String> acknowledged) throws IOException, InterruptedException {
        Process process = life.isBegun()
                ? program.start(life.home(), halt, "resume", life.out().toString())
                : program.start(life.home(), halt, "run", study.toString(), "--out", life.out().toString());
        try (BufferedReader out = process.inputReader()) {
            List<String> lines = ProgramChild.linesTo(out, "halted ");
            lines.stream()
                    .filter(line -> line.startsWith("acknowledged "))
                    .forEach(line -> acknowledged.add(line.substring("acknowledged ".length())));
            boolean halted = !lines.isEmpty() && lines.getLast().startsWith("halted ");
            if (halted) {
                histogram.merge(lines.getLast().split(" ")[1], 1, Integer::sum);
                kills.incrementAndGet();
                process.destroyForcibly();
                assertThat(process.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
            } else {
                assertThat(process.waitFor()).describedAs(life.errors()).isZero();
            }
            life.requireKept(acknowledged);
            return halted;
        }
    }
}
