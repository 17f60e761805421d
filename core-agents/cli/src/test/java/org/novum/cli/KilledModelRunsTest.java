package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novum.journal.CanonicalJson;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.journal.StepKind;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.pluginsdk.chat.ChatServer.Charging;
import org.novum.runtime.bundle.Bundle;

/**
 * Kills the real program with SIGKILL at every place of every call of a model, and at random, resumes it until its run is
 * finished, and looks at what the provider has charged.
 *
 * <p>A provider that honours keys charges each call once. Of any other, each kill can cost at most the one call that was
 * under way; the run says so and counts it.
 */
class KilledModelRunsTest {
    private static final int MOST_LIVES = 400;
    private static final long END_SECONDS = 120;
    private static final String IN_DOUBT = "model-in-doubt";

    @TempDir
    private Path folder;

    private final KillingProvider provider = new KillingProvider();
    private final Map<String, Integer> histogram = new TreeMap<>();
    private final List<Life> lives = new ArrayList<>();
    private ProgramChild program;
    private Path study;
    private Life unbroken;
    private Map<String, Long> tokens;
    private int doubts;
    private int chargedTwice;

    @ParameterizedTest
    @EnumSource
    void aKillAtEverySecondPlace(Charging charging) throws IOException, InterruptedException {
        disturb(charging, calls -> {
            List<Death> deaths = new ArrayList<>();
            for (int place = charging.ordinal(); place < Death.PLACES.size(); place += 2) {
                deaths.add(Death.PLACES.get(place).at(calls.get(place * calls.size() / Death.PLACES.size())));
            }
            return List.of(deaths);
        });
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void aKillAtEveryPlaceOfEveryCallAndManyAtRandom(Charging charging) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(20261124);
        disturb(charging, calls -> {
            List<List<Death>> runs = new ArrayList<>();
            runs.add(calls.stream()
                    .flatMap(call -> Death.PLACES.stream().map(place -> place.at(call)))
                    .toList());
            for (int run = 0; run < 6; run++) {
                runs.add(random.ints(10, 0, 12)
                        .mapToObj(results -> (Death) new Death.Sudden(results, random.nextInt(150)))
                        .toList());
            }
            return runs;
        });
        assertThat(histogram.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(100);
    }

    /** Runs as many runs as there are lists of deaths, each of which dies these deaths. */
    private void disturb(Charging charging, Function<List<String>, List<List<Death>>> plan)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        program = new ProgramChild(folder);
        try (ChatServer server = provider.open(charging)) {
            study = ModelTrial.write(folder, server.baseUrl(), charging == Charging.ONCE_A_KEY);
            unbroken = Life.in(folder.resolve("unbroken"));
            assertThat(live(unbroken, Death.NONE)).isEqualTo(Ended.FINISHED);
            List<String> calls = server.charges().stream().map(charge -> ModelTrial.step(charge.key())).toList();
            assertThat(calls).as("every role").doesNotHaveDuplicates().hasSize(8);
            tokens = server.charges().stream()
                    .collect(Collectors.toMap(charge -> ModelTrial.step(charge.key()), ChatServer.Charge::tokens));
            for (List<Death> deaths : plan.apply(calls)) {
                server.forget();
                disturbedRun(server, charging, deaths);
                report(charging, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
            }
        }
        for (Life life : lives) {
            assertThat(life.execute("verify")).isZero();
            assertThat(life.execute("replay")).as("with the provider gone").isZero();
        }
    }

    private void disturbedRun(ChatServer server, Charging charging, List<Death> deaths)
            throws IOException, InterruptedException {
        Life life = Life.in(folder.resolve(charging + "-" + lives.size()));
        lives.add(life);
        boolean finished = false;
        for (Death death : deaths) {
            Ended ended = live(life, death);
            finished = ended == Ended.FINISHED;
            // A sudden death may come when the run has ended; the others come to pass.
            assertThat(finished && !(death instanceof Death.Sudden)).as("%s in %s", death, life).isFalse();
            if (finished) {
                break;
            }
            histogram.merge(death.place(), 1, Integer::sum);
            assertThat(openCalls(life)).as("calls in doubt after %s", death).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(finished ? Ended.FINISHED : live(life, Death.NONE)).isEqualTo(Ended.FINISHED);
        requireSameResearch(life);
        requireOneCharge(life, server, charging);
    }

    private enum Ended {
        KILLED,
        FINISHED
    }

    /** One life of a run. */
    private Ended live(Life life, Death death) throws IOException, InterruptedException {
        HaltingProgram.Halt halt = death.halt();
        Process process = life.isBegun()
                ? program.start(life.home(), halt, "resume", life.out().toString())
                : program.start(life.home(), halt, "run", study.toString(), "--out", life.out().toString());
        provider.kills(process, death, life);
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("acknowledged ")) {
                    acknowledged.add(line.substring("acknowledged ".length()));
                }
                if (line.startsWith("halted ")) {
                    KillingProvider.kill(process);
                }
                if (death instanceof Death.Sudden(int results, int milliseconds) && acknowledged.size() > results) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
                    KillingProvider.kill(process);
                    break;
                }
            }
        }
        assertThat(process.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
        provider.settle();
        life.requireKept(acknowledged);
        if (process.exitValue() == 0) {
            return Ended.FINISHED;
        }
        assertThat(process.exitValue()).as("ended by SIGKILL, not by a fault: %s", life.errors()).isEqualTo(128 + 9);
        return Ended.KILLED;
    }

    /** Calls that were begun and have no result. */
    private static List<String> openCalls(Life life) {
        List<String> results = life.results();
        return life.journal(journal -> journal.records(JournalRecord.Intent.class).stream()
                        .map(JournalRecord.Intent::step)
                        .filter(step -> step.kind() == StepKind.UNSAFE && !results.contains(step.name()))
                        .map(step -> step.name())
                        .toList())
                .orElse(List.of());
    }

    private void requireSameResearch(Life life) {
        assertThat(life.file(Bundle.FINDINGS)).isEqualTo(unbroken.file(Bundle.FINDINGS));
        assertThat(life.file(Bundle.LEDGER)).isEqualTo(unbroken.file(Bundle.LEDGER));
        assertThat(life.ledger()).isEqualTo(unbroken.ledger());
        assertThat(life.results()).isEqualTo(unbroken.results());
    }

    private void requireOneCharge(Life life, ChatServer server, Charging charging) throws IOException {
        Map<String, Long> interrupted = life.journal(KilledModelRunsTest::interrupted).orElseThrow();
        Map<String, Long> charged = server.charges().stream()
                .collect(Collectors.groupingBy(charge -> ModelTrial.step(charge.key()), Collectors.counting()));
        long charges = server.charges().stream().mapToLong(ChatServer.Charge::tokens).sum();
        assertThat(charged).containsOnlyKeys(tokens.keySet());
        assertThat(provider.afterTheirResult()).as("calls asked after their result was committed").isEmpty();
        assertThat(life.errors().lines().filter(line -> line.contains("was interrupted")).map(line -> line.trim()).toList())
                .as("doubts told to the user")
                .hasSize((int) interrupted.values().stream().mapToLong(Long::longValue).sum());
        JsonNode spent = CanonicalJson.parse(life.file(Bundle.MODELS));
        switch (charging) {
            case ONCE_A_KEY -> {
                assertThat(charged.values()).as("each call is charged once").containsOnly(1L);
                assertThat(costs(spent)).as("budget").isEqualTo(costs(CanonicalJson.parse(unbroken.file(Bundle.MODELS))));
                assertThat(counted(spent)).isEqualTo(charges);
            }
            case EACH_TIME -> {
                charged.forEach((step, times) -> assertThat(times)
                        .as("%s is charged once, and once more for each of its interruptions at most", step)
                        .isLessThanOrEqualTo(1 + interrupted.getOrDefault(step, 0L)));
                assertThat(counted(spent)).as("the budget counts no less than the bill").isGreaterThanOrEqualTo(charges);
            }
        }
        doubts += interrupted.values().stream().mapToInt(Long::intValue).sum();
        chargedTwice += charged.values().stream().mapToInt(times -> times.intValue() - 1).sum();
    }

    private static Map<String, Long> interrupted(JournalReader journal) {
        return journal.records(JournalRecord.Event.class).stream()
                .filter(event -> event.type().equals(IN_DOUBT))
                .collect(Collectors.groupingBy(event -> event.payload().path("step").asText(), Collectors.counting()));
    }

    private static long counted(JsonNode calls) {
        long sum = 0;
        for (JsonNode call : calls) {
            sum += call.at("/spent/inputTokens").asLong() + call.at("/spent/outputTokens").asLong();
        }
        return sum;
    }

    /** The list of calls without what depends on the clock. */
    private static List<JsonNode> costs(JsonNode calls) {
        List<JsonNode> costs = new ArrayList<>();
        for (JsonNode call : calls) {
            ObjectNode cost = call.deepCopy();
            cost.remove("reply");
            ((ObjectNode) cost.get("spent")).remove("seconds");
            costs.add(cost);
        }
        return costs;
    }

    /** Leaves the figures in {@code target}, for people. */
    private void report(Charging charging, long seconds) throws IOException {
        String text = String.format(
                Locale.ROOT,
                "%s: %d kills in %d runs, %d s; replies lost 0; %d calls in doubt, %d charged a second time; kills by place %s%n",
                charging, histogram.values().stream().mapToInt(Integer::intValue).sum(), lives.size(), seconds, doubts,
                chargedTwice, histogram);
        Files.writeString(Path.of("target", "killed-model-runs-" + charging + ".txt"), text);
        System.out.print(text);
    }
}
