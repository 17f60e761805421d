package org.novum.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.event.RunEvent;
import org.novum.api.study.ModelBudget;
import org.novum.journal.BoundaryListener;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatCall;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.testing.Laboratory;

/** What models spend is bounded, and counted through crashes. */
@Timeout(240)
class ModelBudgetTest {
    @TempDir
    private Path folder;

    /** Never right, never the same, and longer than it was asked to be. */
    private static final Function<ChatCall, ChatAnswer> BOMB =
            call -> new ChatAnswer.Text(call.number() + " boom".repeat(20_000));

    @Test
    void aBudgetBombStopsWithinOneCallOfItsCap() {
        long cap = 60_000;
        try (ChatServer server = ChatServer.start(BOMB);
                Campaign campaign = new Campaign(folder, server).spending(new ModelBudget(cap, 1, 100, 1000, 10))) {
            campaign.run();
            List<RunEvent.ModelAnswered> calls = campaign.heard(RunEvent.ModelAnswered.class);
            List<RunEvent.ModelAnswered> answered =
                    calls.stream().filter(call -> call.end().equals("answered")).toList();
            long before = answered.stream().limit(answered.size() - 1L).mapToLong(ModelBudgetTest::tokens).sum();
            assertThat(before).as("spent before the last call").isLessThan(cap);
            assertThat(answered).hasSizeBetween(2, 3).hasSameSizeAs(server.calls());
            assertThat(calls.getLast().end()).isEqualTo("refused");
            assertThat(calls.getLast().problem()).contains("budget.model.tokens");
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
        }
    }

    private static long tokens(RunEvent.ModelAnswered call) {
        return call.spent().inputTokens() + call.spent().outputTokens();
    }

    @Test
    void callsAreCountedOverRounds() {
        try (ChatServer server = ChatServer.start(BOMB);
                Campaign campaign =
                        new Campaign(folder, server).spending(new ModelBudget(10_000_000, 1, 4, 1000, 10))) {
            campaign.run();
            assertThat(server.calls()).as("three in the first round, one in the second").hasSize(4);
        }
    }

    @Test
    void noCallBeginsOnceTheTimeIsSpent() {
        AtomicLong seconds = new AtomicLong();
        Function<ChatCall, ChatAnswer> slow = call -> {
            seconds.addAndGet(40);
            return BOMB.apply(call);
        };
        try (ChatServer server = ChatServer.start(slow);
                Campaign campaign =
                        new Campaign(folder, server).spending(new ModelBudget(10_000_000, 1, 100, 60, 10))) {
            campaign.laboratory().clockedBy(() -> Instant.ofEpochSecond(seconds.get()));
            campaign.run();
            assertThat(server.calls()).hasSize(2);
        }
    }

    @Test
    void aCallThatCouldCostTooMuchIsNotMade() {
        try (ChatServer server = ChatServer.start(BOMB);
                Campaign campaign = new Campaign(folder, server).spending(new ModelBudget(1500, 1, 100, 60, 10))) {
            campaign.run();
            assertThat(server.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunBrokenAtAnyBoundaryOfAnyCallPaysEachCallOnceAndLosesNone(boolean honoursKeys) {
        Function<ChatCall, ChatAnswer> mended = call -> new ChatAnswer.Text(
                call.key().endsWith("round-1/propose/default/call-1") ? "not yet" : ModelBehavioursTest.HONEST);
        try (ChatServer server = ChatServer.start(mended)) {
            Set<String> halts = boundaries(server);
            assertThat(halts).hasSizeGreaterThan(30);
            int once = server.charged();
            assertThat(once).isEqualTo(3);
            byte[] unbroken = Laboratory.bytes(folder.resolve("listed/out").resolve(Bundle.FINDINGS));
            try (Campaign halting = campaign("halted", server, honoursKeys)) {
                for (String halt : halts) {
                    halting.watchedBy((boundary, subject) -> {
                        if (halt.equals(boundary + " " + subject)) {
                            throw new Halted(halt);
                        }
                    });
                    assertThatThrownBy(halting::runOrResume).isInstanceOf(Halted.class).hasMessage(halt);
                }
                halting.watchedBy((_, _) -> {});
                halting.runOrResume();
                Set<String> keys = server.calls().stream().map(ChatCall::key).collect(Collectors.toCollection(LinkedHashSet::new));
                assertThat(server.charged()).as("charged once per key, over both runs").isEqualTo(keys.size());
                assertThat(keys).as("three calls of each run").hasSize(2 * once);
                assertThat(halting.heard(RunEvent.ModelInDoubt.class)).as("doubts").hasSizeGreaterThanOrEqualTo(9);
                long paid = halting.heard(RunEvent.ModelAnswered.class).stream()
                        .mapToLong(ModelBudgetTest::tokens)
                        .sum();
                long worstAnswer = 1000;
                if (honoursKeys) {
                    assertThat(paid).as("what the provider counted").isLessThan(9 * worstAnswer);
                } else {
                    assertThat(paid).as("the worst is assumed of each of nine doubts").isGreaterThan(9 * worstAnswer);
                }
                assertThat(verdicts(halting)).isEqualTo(new String(unbroken).replaceAll("(?s).*\"findings\"", ""));
                assertThat(halting.research().replay(halting.out()).ok()).isTrue();
            }
        }
    }

    /** A run that dies whenever a reply has come, before it is recorded. */
    private static void dieOfEachReply(Campaign campaign, int times) {
        campaign.watchedBy((boundary, subject) -> {
            if (boundary == BoundaryListener.Boundary.BEFORE_RESULT_COMMIT && subject.endsWith("round-1/propose/default/call-1")) {
                throw new Halted(subject);
            }
        });
        for (int time = 0; time < times; time++) {
            assertThatThrownBy(campaign::runOrResume).isInstanceOf(Halted.class);
        }
    }

    @Test
    void killsDoNotGiveCallsBack() {
        try (ChatServer server = ChatServer.start(BOMB);
                Campaign campaign = campaign("calls", server, false).spending(new ModelBudget(10_000_000, 1, 3, 1000, 10))) {
            dieOfEachReply(campaign, 3);
            campaign.watchedBy((_, _) -> {});
            campaign.runOrResume();
            assertThat(server.calls()).as("of three that the budget allows").hasSize(3);
            assertThat(campaign.heard(RunEvent.ModelAnswered.class).getFirst().problem())
                    .contains("budget.model.calls: 3 are spent");
        }
    }

    @Test
    void killsDoNotGiveTimeBack() {
        AtomicLong seconds = new AtomicLong();
        Function<ChatCall, ChatAnswer> slow = call -> {
            seconds.addAndGet(4);
            return BOMB.apply(call);
        };
        Function<ChatCall, ChatAnswer> late = call -> {
            seconds.addAndGet(1000);
            return BOMB.apply(call);
        };
        for (Function<ChatCall, ChatAnswer> behaviour : List.of(slow, late)) {
            try (ChatServer server = ChatServer.start(new ChatServer.Conduct(
                            behaviour, ChatServer.Charging.EACH_TIME, ChatServer.Watch.NONE));
                    Campaign campaign = campaign("time-" + seconds, server, true)
                            .spending(new ModelBudget(10_000_000, 1, 100, 11, 10))) {
                campaign.laboratory().clockedBy(() -> Instant.ofEpochSecond(seconds.get()));
                dieOfEachReply(campaign, behaviour == slow ? 3 : 2);
                campaign.watchedBy((_, _) -> {});
                campaign.runOrResume();
                // Two tries of five seconds are the longest that a call can last, however late the run is resumed.
                assertThat(server.calls()).hasSize(behaviour == slow ? 3 : 2);
                assertThat(campaign.heard(RunEvent.ModelAnswered.class).getFirst().problem()).contains("budget.model.seconds");
            }
        }
    }

    private static String verdicts(Campaign campaign) {
        return new String(Laboratory.bytes(campaign.out().resolve(Bundle.FINDINGS))).replaceAll("(?s).*\"findings\"", "");
    }

    private Campaign campaign(String name, ChatServer server, boolean honoursKeys) {
        Campaign campaign = new Campaign(folder.resolve(name), server);
        return honoursKeys ? campaign : campaign.chargedEachTime();
    }

    /** Every boundary that a step of a model crosses. */
    private Set<String> boundaries(ChatServer server) {
        Set<String> boundaries = new LinkedHashSet<>();
        try (Campaign listing = new Campaign(folder.resolve("listed"), server)) {
            listing.watchedBy((boundary, subject) -> {
                        if (subject.contains("/propose/") && !boundary.name().contains("PUBLISH")) {
                            boundaries.add(boundary + " " + subject);
                        }
                    })
                    .run();
        }
        return boundaries;
    }

    /** An exception that no part of the program knows. */
    private static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Halted(String where) {
            super(where);
        }
    }
}
