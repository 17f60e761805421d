package org.novum.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.event.RunEvent;
import org.novum.api.study.ModelBudget;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatCall;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.testing.Laboratory;

/** What models in other roles than proposing spend is bounded, and counted through crashes. */
@Timeout(240)
class RolesBudgetTest {
    @TempDir
    private Path folder;

    /** Each call is another, so that only the budget can end it. */
    @Test
    void aToolBombStopsWithinOneCallOfItsCap() {
        Function<ChatCall, ChatAnswer> bomb = call -> new ChatAnswer.Tools(
                Stream.of("a", "b", "c").map(name -> new ChatAnswer.Wish("sign_count", "{\"column\": \"" + name + call.number() + "\"}")).toList());
        try (ChatServer server = ChatServer.start(bomb);
                Campaign campaign = new Campaign(folder.resolve("bomb"), server)
                        .askedBy("systematic")
                        .servedBy("analysis", "critic", "report")
                        .spending(new ModelBudget(1_000_000, 1, 3, 100, 10))) {
            campaign.run();
            assertThat(server.calls()).as("calls").hasSize(3);
            assertThat(campaign.heard(RunEvent.ModelAnswered.class)).filteredOn(call -> call.end().equals("refused"))
                    .isNotEmpty()
                    .allMatch(call -> call.problem().contains("budget.model.calls"));
            assertThat(campaign.heard(RunEvent.ModelInspected.class)).allMatch(one -> one.calls() <= ModelAnalyst.MOST_CALLS);
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
        }
    }

    @Test
    void aRunBrokenAtAnyBoundaryOfAnyRolePaysEachCallOnceAndLosesNone() {
        try (ChatServer server = ChatServer.start(RolesTest::honest)) {
            Set<String> halts = new LinkedHashSet<>();
            try (Campaign listing = new Campaign(folder.resolve("listed"), server).askedBy("systematic").servedBy("analysis", "critic", "report")) {
                listing.watchedBy((boundary, subject) -> {
                            if (subject.matches(".*(inspect|withdraw|draft|review|report/).*") && !boundary.name().contains("PUBLISH")) {
                                halts.add(boundary + " " + subject);
                            }
                        })
                        .run();
            }
            assertThat(halts).hasSizeGreaterThan(60);
            int once = server.charged();
            byte[] unbroken = Laboratory.bytes(folder.resolve("listed/out").resolve(Bundle.REPORT));
            try (Campaign halting = new Campaign(folder.resolve("halted"), server).askedBy("systematic").servedBy("analysis", "critic", "report")) {
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
                Set<String> keys = server.calls().stream().map(ChatCall::key).collect(Collectors.toSet());
                assertThat(server.charged()).as("charged once per key").isEqualTo(keys.size());
                assertThat(keys).as("the calls of each run").hasSize(2 * once);
                assertThat(prose(halting.out())).isEqualTo(prose(folder.resolve("listed/out")));
                assertThat(unbroken).isNotEmpty();
                server.close();
                assertThat(halting.research().replay(halting.out()).ok()).isTrue();
            }
        }
    }

    private static String prose(Path bundle) {
        String page = new String(Laboratory.bytes(bundle.resolve(Bundle.REPORT)), StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<section id=\"prose\""), page.indexOf("<section class=\"finding\""));
    }

    /** An exception that no part of the program knows. */
    private static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Halted(String where) {
            super(where);
        }
    }
}
