package org.novum.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Literature;
import org.novum.journal.Digest;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatCall;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.report.FindingsDocument;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.replay.BundleVerifier;
import org.novum.runtime.testing.Laboratory;
import org.novum.runtime.testing.ShelfFake;

/** Models are shown passages and cite them; what they were not shown they cannot cite, and nothing of it reaches a verdict. */
@Timeout(240)
class LiteratureTest {
    /** Cites a passage by its key and one by its publication's; a made-up key, one of the folder that was not shown, a stranger. */
    private static final String PROPOSAL = """
            {"proposals": [
              {"claim": {"part": "weak", "round": 1}, "cite": ["L1", "smith2031", "zimmer"], "reason": "See [baker] and [L9], in [GeV]."},
              {"claim": {"part": "none", "round": 1}, "cite": ["<img src=x>"]},
              {"claim": {"part": "strong", "round": 1}}]}""";
    private static final String TEXT = """
            {"summary": "Means were asked for. Others looked at them too {{l:L2}}. They saw more [L7]. So says [adams]. It is so {{l:smith2031}}.",
             "sections": []}""";
    private static final String REVIEW = """
            {"checks": [{"claim": {"part": "none", "round": 2}, "cite": ["L2", "L99"]}],
             "doubts": [{"hypothesis": "strong/1", "reason": "Another cause is told of {{l:L1}}."}]}""";

    @TempDir
    private Path folder;

    private Path papers;

    @BeforeEach
    void write() throws IOException {
        papers = Files.createDirectory(folder.resolve("papers"));
        Files.writeString(papers.resolve("adams.txt"), "On weak means\nA. Adams\nThe mean of weak is not zero.\n");
        Files.writeString(papers.resolve("baker.txt"), "On <b>strong</b> means\nB. Baker\nA cause of \"strong\" is known.\n");
        Files.writeString(papers.resolve("zimmer.txt"), "On nothing\nZ. Zimmer\nNever shown.\n");
    }

    private static ChatAnswer citing(ChatCall call) {
        if (call.key().contains("/propose/")) {
            return new ChatAnswer.Text(PROPOSAL);
        }
        if (call.key().contains("/review/")) {
            return new ChatAnswer.Text(REVIEW);
        }
        return new ChatAnswer.Text(call.key().contains("/withdraw/") ? "{\"withdraw\": []}" : TEXT);
    }

    private Campaign campaign(ChatServer server) {
        Campaign campaign = new Campaign(folder.resolve("cited"), server)
                .servedBy("critic", "report")
                .reading(new Literature(List.of("papers"), 2, folder));
        campaign.laboratory().readBy(new ShelfFake());
        return campaign;
    }

    private static String text(Campaign campaign, String file) {
        return new String(Laboratory.bytes(campaign.out().resolve(file)), StandardCharsets.UTF_8);
    }

    private static List<String> asked(ChatServer server, String role) {
        return server.calls().stream()
                .filter(call -> call.key().contains("/" + role + "/"))
                .map(call -> call.last("user").orElseThrow() + call.last("system").orElseThrow())
                .toList();
    }

    @Test
    void whatWasShownIsCitedAndNothingElse() throws IOException {
        try (ChatServer server = ChatServer.start(LiteratureTest::citing);
                Campaign campaign = campaign(server)) {
            FindingsDocument document = campaign.run();
            org.novum.report.Literature literature = document.literature().orElseThrow();
            assertThat(literature.passages()).extracting(org.novum.report.Literature.Source::work).containsExactly("adams", "baker");
            assertThat(literature.folders()).singleElement().satisfies(one -> {
                assertThat(one.folder()).isEqualTo("papers");
                assertThat(one.works()).isEqualTo(3);
                assertThat(one.problems()).isEqualTo(1);
                assertThat(text(campaign, Bundle.CRATE)).contains(one.sha256());
            });
            Map<String, org.novum.report.Literature.Citation> first = literature.citations().stream()
                    .filter(citation -> citation.round() == 1)
                    .collect(Collectors.toMap(org.novum.report.Literature.Citation::hypothesis, citation -> citation));
            assertThat(first).containsOnlyKeys("weak/1", "none/1");
            assertThat(first.get("weak/1").cited()).containsExactly("L1", "L2");
            assertThat(first.get("weak/1").dropped()).containsExactly("smith2031", "zimmer", "L9");
            assertThat(first.get("none/1").cited()).isEmpty();
            assertThat(first.get("none/1").dropped()).containsExactly("_img_src_x_");
            assertThat(literature.citations()).anyMatch(citation -> citation.proposer().equals("critic")
                    && citation.cited().equals(List.of("L2"))
                    && citation.dropped().equals(List.of("L99")));
            assertThat(campaign.heard(RunEvent.LiteratureRead.class)).containsExactly(new RunEvent.LiteratureRead(3, 2, 1));
            assertThat(FindingsDocument.parse(document.toBytes())).isEqualTo(document);
            page(text(campaign, Bundle.REPORT));
        }
    }

    private static void page(String page) {
        assertThat(page)
                .contains("looked at them too <a class=\"cited\" href=\"#literature-L2\">[L2]</a>.")
                .contains("So says <a class=\"cited\" href=\"#literature-L1\">[L1]</a>.")
                .contains("there is no &#39;l:L7&#39; to refer to")
                .contains("there is no &#39;l:smith2031&#39; to refer to")
                .contains("Another cause is told of <a class=\"cited\" href=\"#literature-L1\">[L1]</a>.")
                .contains("<del>zimmer</del>")
                .contains("[L2] B. Baker. On &lt;b&gt;strong&lt;/b&gt; means. 2001. 10.0/baker <small>baker.txt, page 7 (baker)</small>")
                .doesNotContain("<b>strong")
                .doesNotContain("Zimmer");
    }

    @Test
    void passagesStandInPromptsAsQuotationsAndNeverBeforeATest() {
        try (ChatServer server = ChatServer.start(LiteratureTest::citing);
                Campaign campaign = campaign(server)) {
            campaign.run();
            for (String role : List.of("propose", "review", "write")) {
                assertThat(asked(server, role)).isNotEmpty().allSatisfy(prompt -> assertThat(prompt)
                        .contains("<data label=\"passage L1 of the literature\">\n{\"authors\":\"A. Adams\"")
                        .contains("On \\u003cb\\u003estrong")
                        .contains("Passages of publications")
                        .doesNotContain("adams.txt")
                        .doesNotContain("Never shown")
                        .doesNotContain(folder.toString()));
            }
            assertThat(asked(server, "withdraw")).isNotEmpty().allSatisfy(prompt ->
                    assertThat(prompt).doesNotContain("Adams").doesNotContain("passage"));
        }
    }

    @Test
    void literatureMovesNoVerdict() {
        Map<String, String> without;
        try (Laboratory plain = new Laboratory(folder.resolve("plain"))) {
            without = verdicts(plain.research().run(plain.study(), 1, folder.resolve("plain-out")));
        }
        try (ChatServer server = ChatServer.start(call ->
                        call.key().contains("/review/") ? new ChatAnswer.Text("{\"checks\": [], \"doubts\": []}") : citing(call));
                Campaign campaign = campaign(server)) {
            assertThat(verdicts(campaign.run())).isEqualTo(without);
        }
    }

    private static Map<String, String> verdicts(FindingsDocument document) {
        Map<String, String> verdicts = new TreeMap<>();
        document.findings().forEach(finding ->
                verdicts.put(finding.id(), finding.verdict() + finding.ledger() + finding.quantities()));
        return verdicts;
    }

    @Test
    void aReplayNeedsNeitherFolderNorReaderNorModel() throws IOException {
        try (ChatServer server = ChatServer.start(LiteratureTest::citing);
                Campaign campaign = campaign(server)) {
            campaign.run();
            Map<String, String> files = files(campaign.out());
            server.close();
            for (Path paper : all(papers)) {
                Files.delete(paper);
            }
            Files.delete(papers);
            campaign.laboratory().readByNobody();
            assertThat(campaign.research().replay(campaign.out()).ok()).isTrue();
            assertThat(BundleVerifier.verify(new Bundle(campaign.out())).firstFailure()).isEmpty();
            assertThat(BundleVerifier.verify(new Bundle(campaign.out())).checks())
                    .anyMatch(check -> check.name().equals(BundleVerifier.CITATIONS) && check.examined() > 2);
            campaign.research().resume(campaign.out());
            assertThat(files(campaign.out())).isEqualTo(files);
        }
    }

    /** The files that the run wrote but the journal, which notes that it was written again. */
    private static Map<String, String> files(Path out) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : all(out)) {
            if (Files.isRegularFile(file) && !file.getFileName().toString().startsWith(Bundle.JOURNAL)) {
                files.put(file.getFileName().toString(), Digest.of(Files.readAllBytes(file)).hex());
            }
        }
        return files;
    }

    private static List<Path> all(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.toList();
        }
    }

    @Test
    void theFoldersPlaceIsNoPartOfTheRun() throws IOException {
        JsonNode here = study(folder);
        assertThat(here.path("team").path("literature").toString()).isEqualTo("{\"folders\":[\"papers\"],\"passages\":2}");
        assertThat(study(folder.resolve("elsewhere"))).isEqualTo(here);
    }

    private JsonNode study(Path base) throws IOException {
        try (ChatServer server = ChatServer.start(LiteratureTest::citing);
                Campaign campaign = new Campaign(folder.resolve("written"), server)
                        .reading(new Literature(List.of("papers"), 2, base))) {
            JsonNode tree = new ObjectMapper().readTree(org.novum.journal.CanonicalJson.tree(campaign.study()).toString());
            ((com.fasterxml.jackson.databind.node.ObjectNode) tree.path("team")).remove("models");
            return tree;
        }
    }

    @Test
    void whoCannotReadSaysSoAndLeavesNothing() {
        try (ChatServer server = ChatServer.start(LiteratureTest::citing);
                Campaign campaign = campaign(server)) {
            campaign.laboratory().readByNobody();
            assertThatThrownBy(campaign::run)
                    .isInstanceOfSatisfying(NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                    .hasMessageContaining("novum-literature")
                    .hasMessageContaining("not installed");
            assertThat(campaign.out()).doesNotExist();
            campaign.laboratory().readBy(new ShelfFake());
            campaign.reading(new Literature(List.of("nowhere"), 2, folder));
            assertThatThrownBy(campaign::run)
                    .isInstanceOfSatisfying(NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.NO_INPUT))
                    .hasMessageContaining("there is no folder nowhere");
            assertThat(campaign.out()).doesNotExist();
            assertThat(server.calls()).isEmpty();
        }
    }
}
