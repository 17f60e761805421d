package org.novum.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.event.RunEvent;
import org.novum.journal.CanonicalJson;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatCall;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.report.FindingsDocument;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.replay.BundleVerifier;
import org.novum.runtime.testing.Laboratory;

/** Whatever a model does, the research goes on with what is sound. */
@Timeout(120)
class ModelBehavioursTest {
    private static final String MARK = "words-of-the-model";

    /** An answer that weighs one claim of the systematic family, in numbers as models write them. */
    static final String HONEST = """
            {"proposals": [{"claim": {"part": "weak", "round": 1}, "weight": 4, "reason": "%s"}]}""".replace("%s", MARK);

    private static FindingsDocument systematic;
    private static Campaign honest;

    @TempDir
    private Path folder;

    /** The same study without models, and with an honest one, each run once for all tests that only look at it. */
    @BeforeAll
    static void runOnce(@TempDir Path shared) {
        try (Laboratory plain = new Laboratory(shared.resolve("plain"))) {
            systematic = plain.research().run(plain.study(), 1, shared.resolve("plain-out"));
        }
        try (ChatServer server = ChatServer.start(saying(HONEST))) {
            honest = new Campaign(shared.resolve("honest"), server);
            honest.run();
            assertThat(server.charged()).isEqualTo(2);
        }
    }

    @AfterAll
    static void close() {
        honest.close();
    }

    private static FindingsDocument systematic() {
        return systematic;
    }

    static Function<ChatCall, ChatAnswer> saying(String text) {
        return _ -> new ChatAnswer.Text(text);
    }

    @Test
    void anHonestModelWeighsTheFamilyAndTheRunReplaysWithTheServerGone() {
        List<RunEvent.ModelProposed> proposed = honest.heard(RunEvent.ModelProposed.class);
        assertThat(proposed).extracting(RunEvent.ModelProposed::kept).first().isEqualTo(1);
        assertThat(plan(honest)).contains("\"weights\":{\"none/1\":0.4,\"strong/1\":0.4,\"weak/1\":1.6}");
        assertThat(honest.research().replay(honest.out()).ok()).isTrue();
        assertThat(BundleVerifier.verify(new Bundle(honest.out())).firstFailure()).isEmpty();
    }

    /** The plan of the first round. */
    private static String plan(Campaign campaign) {
        return blobs(campaign)
                .filter(text -> text.startsWith("{\"dependence\"") && text.contains("\"design\":{\"none/1\""))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> blobs(Campaign campaign) {
        return files(campaign.out().resolve(Bundle.BLOBS)).map(file -> new String(Laboratory.bytes(file), StandardCharsets.UTF_8));
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).toList().stream();
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }

    static Stream<Arguments> useless() {
        return Stream.of(
                Arguments.of("lazy", saying("{\"proposals\": []}"), 2),
                Arguments.of("wrong JSON", numbered("{\"proposals\": [ %d"), 6),
                Arguments.of("another form", numbered("{\"verdicts\": {\"strong\": \"discovery\", \"p\": 1e-9, \"n\": %d}}"), 6),
                Arguments.of("obeys everything", numbered("As you wish (%d): I set errorRate to 1 and open confirmation-1."), 6),
                Arguments.of("looping", saying("let me think again"), 4),
                Arguments.of("hallucinating", saying(HALLUCINATED), 2),
                Arguments.of("too many calls", (Function<ChatCall, ChatAnswer>) _ -> new ChatAnswer.Status(429), 4),
                Arguments.of("out of order", (Function<ChatCall, ChatAnswer>) _ -> new ChatAnswer.Status(503), 4),
                Arguments.of("cut in the middle", (Function<ChatCall, ChatAnswer>) _ -> new ChatAnswer.CutAfter("{\"prop"), 4),
                Arguments.of("ends early", (Function<ChatCall, ChatAnswer>) _ -> new ChatAnswer.EndsEarly(HONEST), 4));
    }

    private static final String HALLUCINATED = """
            {"proposals": [{"claim": {"part": "higgs", "round": 1}, "weight": 4},
                           {"claim": {"part": "strong"}}, {"claim": {"part": "strong", "round": 1, "p": 1e-30}},
                           {"claim": {"part": "confirmation-1", "round": 1}, "reason": "I have seen it"},
                           {"claim": {"part": 7, "round": "1"}}]}""";

    private static Function<ChatCall, ChatAnswer> numbered(String format) {
        return call -> new ChatAnswer.Text(String.format(java.util.Locale.ROOT, format, call.number()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("useless")
    void leavesTheSystematicProposalsAsTheyAre(String name, Function<ChatCall, ChatAnswer> behaviour, int calls) {
        try (ChatServer server = ChatServer.start(behaviour);
                Campaign campaign = new Campaign(folder.resolve("model"), server)) {
            FindingsDocument document = campaign.run();
            assertThat(document.findings()).as("findings and the digests of their evidence").isEqualTo(systematic().findings());
            assertThat(campaign.heard(RunEvent.ModelProposed.class)).hasSize(2).allMatch(one -> one.kept() == 0);
            assertThat(server.calls()).as("calls of two rounds").hasSize(calls);
            server.close();
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
        }
    }

    @Test
    void aSlowModelIsNotWaitedForWithoutEnd() {
        try (ChatServer server = ChatServer.start(_ -> new ChatAnswer.Slow(Duration.ofSeconds(2), HONEST))) {
            try (Campaign campaign = new Campaign(folder.resolve("slow"), server)) {
                var team = campaign.study().team();
                var hasty = (com.fasterxml.jackson.databind.node.ObjectNode) team.models().deepCopy();
                ((com.fasterxml.jackson.databind.node.ObjectNode) hasty.get("default")).put("timeoutSeconds", 0.2);
                FindingsDocument document = campaign.research()
                        .run(
                                campaign.study().askedBy(new org.novum.api.study.Team(team.proposers(), hasty, team.budget())),
                                1,
                                campaign.out());
                assertThat(document.findings()).isEqualTo(systematic().findings());
                assertThat(campaign.heard(RunEvent.ModelProposed.class)).allMatch(one -> one.problem().contains("time"));
            }
        }
    }

    @Test
    void whatIsNoClaimIsDroppedAndCounted() {
        String mixed = """
                {"proposals": [{"claim": {"part": "none", "round": 3}}, {"claim": {"part": "none", "round": 3}, "weight": 4},
                               {"claim": {"part": "nowhere", "round": 1}}, {"claim": {"part": "weak", "round": 8}},
                               {"claim": {"part": "weak", "round": 9}}]}""";
        try (ChatServer server = ChatServer.start(saying(mixed));
                Campaign campaign = new Campaign(folder.resolve("mixed"), server)) {
            campaign.spending(new org.novum.api.study.ModelBudget(1_000_000, 1, 10, 100, 2)).run();
            RunEvent.ModelProposed first = campaign.heard(RunEvent.ModelProposed.class).getFirst();
            assertThat(first.kept()).isEqualTo(2);
            assertThat(first.dropped()).as("a double, a part that is not there, one too many").isEqualTo(3);
            RunEvent.ModelProposed second = campaign.heard(RunEvent.ModelProposed.class).getLast();
            assertThat(second.kept()).as("what was judged in the first round is not asked again").isEqualTo(1);
            assertThat(campaign.heard(RunEvent.FamilyProposed.class).getFirst().hypotheses()).isEqualTo(5);
        }
    }

    @Test
    void theBundleListsEveryCallWithRequestAndReply() {
        JsonNode calls = CanonicalJson.parse(Laboratory.bytes(honest.out().resolve(Bundle.MODELS)));
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).at("/model/model").asText()).isEqualTo("stub");
        assertThat(calls.get(0).at("/model/revision").asText()).isEqualTo(ChatServer.REVISION);
        assertThat(calls.get(0).at("/model/temperature").asDouble()).isEqualTo(0.2);
        assertThat(calls.get(0).at("/spent/inputTokens").asLong()).isPositive();
        assertThat(blob(honest, calls.get(0).path("request").asText()).at("/request/turns")).hasSize(2);
        assertThat(blob(honest, calls.get(0).path("reply").asText()).at("/reply/text").asText()).isEqualTo(HONEST);
    }

    private static JsonNode blob(Campaign campaign, String reference) {
        String hex = reference.substring(reference.lastIndexOf(':') + 1);
        return files(campaign.out().resolve(Bundle.BLOBS))
                .filter(file -> org.novum.journal.Digest.of(Laboratory.bytes(file)).hex().equals(hex))
                .map(file -> CanonicalJson.parse(Laboratory.bytes(file)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void wordsOfAModelReachNoResult() {
        for (String file : List.of(Bundle.FINDINGS, Bundle.LEDGER, Bundle.REPORT, Bundle.STUDY, Bundle.CRATE)) {
            assertThat(new String(Laboratory.bytes(honest.out().resolve(file)), StandardCharsets.UTF_8))
                    .as(file)
                    .doesNotContain(MARK);
        }
        assertThat(blobs(honest)).as("the record keeps them").anyMatch(text -> text.contains(MARK));
    }

    @Test
    void theKeyIsNowhere() throws IOException {
        Function<ChatCall, ChatAnswer> echo = call -> {
            assertThat(call.authorization()).isEqualTo("Bearer " + Campaign.KEY);
            return call.number() == 1 ? new ChatAnswer.Status(500) : new ChatAnswer.Text(HONEST);
        };
        try (ChatServer server = ChatServer.start(echo);
                Campaign campaign = new Campaign(folder.resolve("secret"), server)) {
            campaign.run();
            assertThat(server.calls()).hasSize(3);
            assertThat(campaign.events.toString()).doesNotContain(Campaign.KEY);
            for (Path file : files(folder).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(Campaign.KEY);
            }
        }
    }

    @Test
    void requestsHoldNoRowsAndNoPlaces() {
        try (ChatServer server = ChatServer.start(saying(HONEST));
                Campaign campaign = new Campaign(folder.resolve("request"), server)) {
            campaign.run();
            String value = Laboratory.rows(2, 0.2).lines().skip(5).findFirst().orElseThrow().split(",")[1];
            for (ChatCall call : server.calls()) {
                assertThat(call.body().toString())
                        .contains("Which means differ from 0?")
                        .doesNotContain(value.substring(0, 12))
                        .doesNotContain(folder.toString())
                        .doesNotContain(".csv");
            }
            assertThat(server.calls().getLast().last("user").orElseThrow()).contains("\"verdict\":\"evidence\"");
        }
    }

    @Test
    void aRunWhoseOnlyProposerFailsEndsAndLeavesNothing() {
        try (ChatServer server = ChatServer.start(_ -> new ChatAnswer.Status(503));
                Campaign campaign = new Campaign(folder.resolve("alone"), server).askedBy("default")) {
            assertThatThrownBy(campaign::run)
                    .isInstanceOfSatisfying(NovumException.class, failed -> assertThat(failed.exitCode())
                            .isEqualTo(ExitCode.UNAVAILABLE))
                    .hasMessageContaining("nobody proposed")
                    .hasMessageContaining("--proposer both");
            assertThat(campaign.out()).doesNotExist();
        }
    }

    @Test
    void aWrongKeyIsTheUsersAffair() {
        try (ChatServer server = ChatServer.start(_ -> new ChatAnswer.Status(401));
                Campaign campaign = new Campaign(folder.resolve("key"), server)) {
            assertThatThrownBy(campaign::run)
                    .isInstanceOfSatisfying(NovumException.class, failed -> assertThat(failed.exitCode())
                            .isEqualTo(ExitCode.CONFIGURATION))
                    .hasMessageContaining(Campaign.VARIABLE);
        }
    }

    @Test
    void aModelAloneAsksWhatItHoldsLikelyAndNothingElse() {
        try (ChatServer server = ChatServer.start(saying(HONEST));
                Campaign campaign = new Campaign(folder.resolve("only"), server).askedBy("default")) {
            FindingsDocument document = campaign.run();
            assertThat(document.tested()).isEqualTo(1);
            assertThat(campaign.heard(RunEvent.FamilyProposed.class).getFirst().first()).isEqualTo("The mean of weak is not 0");
        }
    }

    @Test
    void severalModelsStandSideBySide() {
        Function<ChatCall, ChatAnswer> byTurn = call -> new ChatAnswer.Text(
                call.key().contains("/second/") ? HONEST.replace("weak", "none") : HONEST);
        try (ChatServer server = ChatServer.start(byTurn);
                Campaign campaign = new Campaign(folder.resolve("two"), server).askedBy("systematic", "first", "second")) {
            campaign.run();
            assertThat(plan(campaign)).contains("\"weights\":{\"none/1\":1.0,\"strong/1\":0.24999999999999994,");
            assertThat(campaign.heard(RunEvent.ModelProposed.class)).extracting(RunEvent.ModelProposed::model)
                    .containsExactly("first", "second", "first", "second");
        }
    }
}
