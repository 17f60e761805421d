package org.novum.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.novum.api.event.RunEvent;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatCall;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.report.FindingsDocument;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.replay.BundleVerifier;
import org.novum.runtime.testing.Laboratory;

/** Analyst, critic and writer: what they may do they do, and whatever else they try leaves the research as it is. */
@Timeout(240)
class RolesTest {
    private static final String NOTE = "The part called weak has as many rows as the others.";
    private static final String TEXT = """
            {"summary": "We asked which means differ.",
             "sections": [{"finding": "finding-1", "text": "For {{n:finding-1}} the mean is {{q:finding-1.mean}}. It is 3.1 GeV."}]}""";
    private static final ChatAnswer COUNT = tools("sign_count", "{\"column\": \"value\"}");
    private static final String PLAIN = "{\"withdraw\": []}";
    private static final String NO_REVIEW = "{\"checks\": [], \"doubts\": []}";

    private static final List<RunEvent> SYSTEMATIC_EVENTS = new CopyOnWriteArrayList<>();
    private static FindingsDocument systematic;

    @TempDir
    private Path folder;

    static ChatAnswer tools(String name, String arguments) {
        return new ChatAnswer.Tools(List.of(new ChatAnswer.Wish(name, arguments)));
    }

    /** Each role does what it is for. */
    static ChatAnswer honest(ChatCall call) {
        if (call.key().contains("/inspect/")) {
            return call.key().endsWith("call-1") ? COUNT : new ChatAnswer.Text(NOTE);
        }
        if (call.key().contains("/withdraw/")) {
            return new ChatAnswer.Text(PLAIN);
        }
        if (call.key().contains("/review/")) {
            return new ChatAnswer.Text(NO_REVIEW);
        }
        return new ChatAnswer.Text(call.key().contains("/write/") ? TEXT : ModelBehavioursTest.HONEST);
    }

    /** Honest but for one role, which answers with this. */
    private static Function<ChatCall, ChatAnswer> but(String role, String text) {
        return call -> call.key().contains("/" + role + "/") ? new ChatAnswer.Text(text) : honest(call);
    }

    /** The same study without models, run once for all tests. */
    private static FindingsDocument systematic() {
        return systematic;
    }

    @BeforeAll
    static void runWithoutModels(@TempDir Path plain) {
        try (Laboratory laboratory = new Laboratory(plain).heardBy(SYSTEMATIC_EVENTS::add)) {
            systematic = laboratory.research().run(laboratory.study(), 1, plain.resolve("out"));
        }
    }

    private Campaign run(ChatServer server, String... roles) {
        Campaign campaign = new Campaign(folder.resolve("roles"), server).askedBy("systematic").servedBy(roles);
        campaign.run();
        return campaign;
    }

    private static String text(Campaign campaign, String file) {
        return new String(Laboratory.bytes(campaign.out().resolve(file)), StandardCharsets.UTF_8);
    }

    @Test
    void aWriterWritesAroundTheFindingsAndTheProgramPutsInTheFigures() {
        try (ChatServer server = ChatServer.start(RolesTest::honest);
                Campaign campaign = run(server, "report")) {
            String page = text(campaign, Bundle.REPORT);
            String mean = page.replaceAll("(?s).*the mean is <span class=\"rendered\" title=\"mean\">([^<]*)</span>.*", "$1");
            assertThat(mean).matches("[−0-9.]+ ± [0-9.]+");
            assertThat(page).contains("<del> It is 3.1 GeV.</del>").contains("the figure &#39;3.1&#39; is no reference");
            assertThat(campaign.heard(RunEvent.ModelWrote.class)).singleElement().extracting(RunEvent.ModelWrote::struck).isEqualTo(1);
            assertThat(text(campaign, Bundle.FINDINGS)).doesNotContain("3.1 GeV");
            server.close();
            byte[] before = Laboratory.bytes(campaign.out().resolve(Bundle.REPORT));
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
            campaign.research().resume(campaign.out());
            assertThat(Laboratory.bytes(campaign.out().resolve(Bundle.REPORT))).isEqualTo(before);
            assertThat(BundleVerifier.verify(new Bundle(campaign.out())).firstFailure()).isEmpty();
        }
    }

    @Test
    void anAnalystCallsOperationsOnExplorationRowsAndItsNoteReachesTheNextProposals() {
        try (ChatServer server = ChatServer.start(RolesTest::honest);
                Campaign campaign = new Campaign(folder.resolve("roles"), server).servedBy("analysis")) {
            FindingsDocument document = campaign.run();
            assertThat(campaign.heard(RunEvent.ModelInspected.class)).hasSize(2).allMatch(one -> one.calls() == 1);
            ChatCall second = asked(server, "/round-1/inspect/analysis/call-2");
            String result = second.body().path("messages").get(3).path("content").asText();
            assertThat(result).startsWith("<data label=\"result\">").contains("\"weak\":");
            long weak = Long.parseLong(result.replaceAll("(?s).*\"weak\":([0-9]+).*", "$1"));
            assertThat(weak).as("rows of exploration, of 400").isBetween(80L, 160L);
            assertThat(user(server, "/round-1/propose/default/call-1")).doesNotContain("note of the analyst");
            assertThat(user(server, "/round-2/propose/default/call-1")).contains("note of the analyst").contains(NOTE);
            assertThat(document.findings()).hasSameSizeAs(systematic().findings());
            server.close();
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
        }
    }

    private static ChatCall asked(ChatServer server, String keyEnd) {
        return server.calls().stream().filter(call -> call.key().endsWith(keyEnd)).findFirst().orElseThrow();
    }

    private static String user(ChatServer server, String keyEnd) {
        return asked(server, keyEnd).last("user").orElseThrow();
    }

    @Test
    void whatACriticWithdrawsIsPaidForAndCountsAsNotPassed() {
        String withdraw = """
                {"withdraw": [{"hypothesis": "strong/1", "reason": "asked by mistake"}, {"hypothesis": "strong/1", "reason": "again"},
                              {"hypothesis": "nothing", "reason": "no member"}]}""";
        try (ChatServer server = ChatServer.start(but("withdraw", withdraw));
                Campaign campaign = run(server, "critic")) {
            assertThat(campaign.heard(RunEvent.ModelCriticised.class).getFirst().withdrawn()).isEqualTo(1);
            FindingsDocument document = FindingsDocument.parse(Laboratory.bytes(campaign.out().resolve(Bundle.FINDINGS)));
            assertThat(document.tested()).as("paid for").isGreaterThanOrEqualTo(systematic().tested());
            assertThat(document.findings())
                    .filteredOn(finding -> finding.id().equals("strong/1"))
                    .singleElement()
                    .matches(finding -> finding.verdict().equals("inconclusive"));
            assertThat(text(campaign, Bundle.REPORT)).contains("Withdrawn before the test and counted as p = 1: strong/1.");
            assertThat(level(campaign)).as("nothing is refunded").isEqualTo(levelOf(SYSTEMATIC_EVENTS));
            assertThat(BundleVerifier.verify(new Bundle(campaign.out())).firstFailure()).isEmpty();
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
        }
    }

    private static double level(Campaign campaign) {
        return levelOf(campaign.events);
    }

    private static double levelOf(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.PlanRegistered.class::isInstance)
                .map(event -> ((RunEvent.PlanRegistered) event).level())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCriticAsksForFurtherChecksAndStatesDoubts() {
        String review = """
                {"checks": [{"claim": {"part": "strong", "round": 7}}, {"claim": {"part": "strong", "round": 1}}, {"claim": {"part": "moon", "round": 1}}],
                 "doubts": [{"hypothesis": "strong/1", "reason": "The direction was chosen on the same instrument. It has 99 flaws."},
                            {"hypothesis": "none/1", "reason": "not accepted"}]}""";
        try (ChatServer server = ChatServer.start(but("review", review));
                Campaign campaign = run(server, "critic")) {
            RunEvent.ModelCriticised first = campaign.heard(RunEvent.ModelCriticised.class).get(1);
            assertThat(first.checks()).as("judged before and no part are dropped").isEqualTo(1);
            assertThat(first.doubts()).as("of what was accepted alone").isEqualTo(1);
            FindingsDocument document = FindingsDocument.parse(Laboratory.bytes(campaign.out().resolve(Bundle.FINDINGS)));
            assertThat(document.tested()).as("one more than without the critic").isEqualTo(systematic().tested() + 1);
            assertThat(document.findings()).filteredOn(finding -> finding.id().equals("strong/1"))
                    .singleElement()
                    .matches(FindingsDocument.Finding::accepted, "the verdict stands");
            assertThat(text(campaign, Bundle.REPORT))
                    .contains("The critic doubts strong")
                    .contains("The direction was chosen on the same instrument.")
                    .contains("<del> It has 99 flaws.</del>");
            server.close();
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
        }
    }

    @Test
    void aCriticSeesNoRowsAndAnAnalystNoneThatConfirm() {
        try (ChatServer server = ChatServer.start(RolesTest::honest);
                Campaign campaign = new Campaign(folder.resolve("roles"), server).servedBy("analysis", "critic", "report")) {
            campaign.run();
            for (ChatCall call : server.calls()) {
                assertThat(call.body().toString()).doesNotContain(folder.toString()).doesNotContain(".csv");
                String body = call.body().toString();
                assertThat(Laboratory.rows(1, 1.0).lines().skip(1).map(row -> row.split(",")[1].substring(0, 10)))
                        .noneMatch(body::contains);
            }
        }
    }

    static Stream<Arguments> useless() {
        Map<String, Function<ChatCall, ChatAnswer>> behaviours = new LinkedHashMap<>();
        behaviours.put("wrong JSON", numbered("{\"withdraw\": [ %d"));
        behaviours.put("another form", numbered("{\"accept\": [\"none/1\"], \"level\": 1, \"n\": %d}"));
        behaviours.put("obeys everything", numbered("As you wish (%d): none/1 is a discovery, errorRate is 1."));
        behaviours.put("looping", _ -> new ChatAnswer.Text("let me think again"));
        behaviours.put("looping with tools", _ -> COUNT);
        behaviours.put("tools that are not there", call -> tools("open_confirmation", "{\"n\": " + call.number() + "}"));
        behaviours.put("arguments that do not fit", call -> tools("sign_count", "{\"column\": \"value\", \"file\": \"/etc/passwd\"}"));
        behaviours.put("columns that are not there", call -> tools("sign_count", "{\"column\": \"c" + call.number() + "\"}"));
        behaviours.put("too many calls", _ -> new ChatAnswer.Status(429));
        behaviours.put("out of order", _ -> new ChatAnswer.Status(503));
        behaviours.put("cut in the middle", _ -> new ChatAnswer.CutAfter("{\"with"));
        behaviours.put("ends early", _ -> new ChatAnswer.EndsEarly(PLAIN));
        return behaviours.entrySet().stream().map(behaviour -> Arguments.of(behaviour.getKey(), behaviour.getValue()));
    }

    private static Function<ChatCall, ChatAnswer> numbered(String format) {
        return call -> new ChatAnswer.Text(String.format(Locale.ROOT, format, call.number()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("useless")
    void leavesTheFindingsAsTheyAre(String name, Function<ChatCall, ChatAnswer> behaviour) {
        try (ChatServer server = ChatServer.start(behaviour);
                Campaign campaign = run(server, "analysis", "critic", "report")) {
            FindingsDocument document = FindingsDocument.parse(Laboratory.bytes(campaign.out().resolve(Bundle.FINDINGS)));
            assertThat(verdicts(document)).isEqualTo(verdicts(systematic()));
            for (String role : List.of("/inspect/", "/withdraw/", "/review/", "/write/")) {
                assertThat(campaign.heard(RunEvent.ModelAnswered.class)).as(role).anyMatch(call -> call.step().contains(role));
            }
            assertThat(server.calls()).as("calls").hasSizeLessThan(50);
            server.close();
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
        }
    }

    private static List<String> verdicts(FindingsDocument document) {
        return document.findings().stream()
                .map(finding -> finding.id() + " " + finding.verdict() + " " + finding.statement() + " " + finding.ledger())
                .toList();
    }

    @Test
    void aLazyTeamChangesNothing() {
        Function<ChatCall, ChatAnswer> lazy = call -> new ChatAnswer.Text(
                call.key().contains("/inspect/") ? "" : call.key().contains("/withdraw/") ? PLAIN
                        : call.key().contains("/review/") ? NO_REVIEW : "{\"summary\": \"\", \"sections\": []}");
        try (ChatServer server = ChatServer.start(lazy);
                Campaign campaign = run(server, "analysis", "critic", "report")) {
            FindingsDocument document = FindingsDocument.parse(Laboratory.bytes(campaign.out().resolve(Bundle.FINDINGS)));
            assertThat(document.findings()).isEqualTo(systematic().findings());
        }
    }

    @Test
    void aSlowModelIsNotWaitedForWithoutEnd() {
        try (ChatServer server = ChatServer.start(_ -> new ChatAnswer.Slow(Duration.ofSeconds(2), PLAIN));
                Campaign campaign = new Campaign(folder.resolve("slow"), server).askedBy("systematic").servedBy("analysis", "critic", "report").hasty()) {
            campaign.run();
            assertThat(campaign.heard(RunEvent.ModelAnswered.class)).isNotEmpty().allMatch(call -> call.problem().contains("time"));
        }
    }
}
