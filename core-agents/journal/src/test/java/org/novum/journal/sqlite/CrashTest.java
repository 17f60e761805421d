package org.novum.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novum.journal.BoundaryListener;
import org.novum.journal.BoundaryListener.Boundary;
import org.novum.journal.Digest;
import org.novum.journal.JournalRecord;
import org.novum.journal.JournalRecord.Result;

/** Kills real processes and looks for anything that was acknowledged and lost, or done twice. */
class CrashTest {

    private static final int STEPS = 60;
    private static final int LONGEST_WAIT_MICROSECONDS = 20_000;

    @TempDir
    private Path path;

    @Test
    void twentyKills() throws IOException, InterruptedException {
        killAndResume(20, 20261122);
    }

    @Test
    @Tag("slow")
    void threeHundredKills() throws IOException, InterruptedException {
        killAndResume(300, 20261123);
    }

    @ParameterizedTest
    @EnumSource(Boundary.class)
    void haltAtEachBoundary(Boundary boundary) throws IOException, InterruptedException {
        RunFolder folder = runFolder("run");
        Acknowledged acknowledged = new Acknowledged();
        try (ChildProcess child =
                ChildProcess.start(CrashingRun.class, path, folder.path().toString(), "4", boundary.name(), "3")) {
            acknowledged.hear(child.lines(Integer.MAX_VALUE));
            assertThat(child.exitCode()).isEqualTo(CrashingRun.HALTED);
        }
        // The third step, an unsafe one, was under way.
        assertThat(acknowledged.done).hasSize(2);
        acknowledged.requireKept(folder);
        finish(folder, acknowledged, 4);
    }

    /** Each round lets the run get somewhere, kills it, looks, and goes on with the same run until it is finished. */
    private void killAndResume(int kills, long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        int round = 0;
        for (int run = 0; round < kills; run++) {
            RunFolder folder = runFolder("run-" + run);
            Acknowledged acknowledged = new Acknowledged();
            boolean finished = false;
            while (!finished && round < kills) {
                finished = killOnce(folder, acknowledged, random);
                round++;
                acknowledged.requireKept(folder);
            }
            finish(folder, acknowledged, STEPS);
        }
    }

    private boolean killOnce(RunFolder folder, Acknowledged acknowledged, SplittableRandom random)
            throws IOException, InterruptedException {
        try (ChildProcess child =
                ChildProcess.start(CrashingRun.class, path, folder.path().toString(), Integer.toString(STEPS))) {
            // A resumed run acknowledges what it finds done, then what it does.
            int lines = acknowledged.done.size() + random.nextInt(25);
            acknowledged.hear(child.lines(lines));
            LockSupport.parkNanos(random.nextInt(LONGEST_WAIT_MICROSECONDS) * 1000L);
            List<String> rest = child.kill();
            acknowledged.hear(rest);
            return rest.contains("finished");
        }
    }

    private void finish(RunFolder folder, Acknowledged acknowledged, int steps) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CrashingRun(folder.path(), new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(steps, BoundaryListener.NONE);
        acknowledged.hear(out.toString(StandardCharsets.UTF_8).lines().toList());
        acknowledged.requireKept(folder);
        assertThat(acknowledged.done).hasSize(steps);
        assertThat(acknowledged.events.values()).containsExactlyInAnyOrderElementsOf(acknowledged.done.keySet());
        assertThat(CrashingRun.actions(folder.path())).doesNotHaveDuplicates().hasSize(steps / 3);
        assertThat(folder.path().resolve("journal.db-wal")).doesNotExist();
    }

    private RunFolder runFolder(String name) throws IOException {
        return new RunFolder(Files.createDirectory(path.resolve(name)));
    }

    /** What the children said they had done. */
    private static final class Acknowledged {

        private final Map<String, Digest> done = new HashMap<>();
        private final Map<Long, String> events = new HashMap<>();

        void hear(List<String> lines) {
            for (String line : lines) {
                String[] words = line.split(" ");
                if (words[0].equals("done") && words.length == 3 && words[2].length() == 71) {
                    assertThat(done.merge(words[1], Digest.parse(words[2]), (old, now) -> now))
                            .isEqualTo(Digest.parse(words[2]));
                } else if (words[0].equals("event") && words.length == 3) {
                    String before = events.put(Long.parseLong(words[1]), words[2]);
                    assertThat(before == null || before.equals(words[2])).isTrue();
                }
            }
        }

        /** Nothing acknowledged is lost, nothing stands twice, and the whole verifies. */
        void requireKept(RunFolder folder) {
            if (!Files.exists(folder.file())) {
                assertThat(done).isEmpty();
                return;
            }
            Map<String, Digest> recorded = new HashMap<>();
            Set<Long> eventsRecorded = new HashSet<>();
            List<String> doubled = new ArrayList<>();
            try (SqliteJournalReader reader = SqliteJournalReader.open(folder.file())) {
                for (Result result : reader.records(Result.class)) {
                    if (recorded.put(result.step(), result.output()) != null) {
                        doubled.add(result.step());
                    }
                }
                reader.entries(JournalRecord.Event.class).forEach(entry -> eventsRecorded.add(entry.sequence()));
                if (!reader.stored().isEmpty()) {
                    assertThat(folder.verify().firstFailure()).isEmpty();
                }
            }
            assertThat(recorded).containsAllEntriesOf(done);
            assertThat(eventsRecorded).containsAll(events.keySet());
            assertThat(doubled).isEmpty();
        }
    }
}
