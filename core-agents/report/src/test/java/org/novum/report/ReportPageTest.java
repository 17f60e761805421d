package org.novum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Significance;

class ReportPageTest {
    private static final String HOSTILE = "<script>alert(1)</script>\"'&]]><!-- \u2028\u0007</title><img src=x onerror=alert(2)>";

    @Test
    void sameModelGivesSameBytes() {
        assertThat(ReportPage.render(Samples.dimuon())).isEqualTo(ReportPage.render(Samples.dimuon()));
    }

    @Test
    void everySectionIsThereAndEveryLinkArrives() {
        Document page = page(Samples.dimuon());
        assertThat(page.select("#findings, #rounds, #ledger, #provenance, #methods")).hasSize(5);
        assertThat(page.select("section.finding")).hasSize(3);
        assertThat(page.select("table.findings tbody tr")).hasSize(3);
        assertThat(page.select("article.round")).hasSize(2);
        for (Element link : page.select("a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).as(link.attr("href")).isNotNull();
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void findingsAreToldWithRoundedNumbers() {
        Element first = page(Samples.dimuon()).selectFirst("table.findings tbody tr");
        assertThat(first.select("td").eachText())
                .containsSubsequence("discovery", "Jpsimumu", "J/psi(1S)", "3096.9 ± 0.4 MeV");
        assertThat(first.text()).contains("<10⁻³⁰⁰");
    }

    @Test
    void figureHasAxesLegendSeriesAndPullGuides() {
        Element figure = page(Samples.dimuon()).selectFirst("figure.figure");
        assertThat(figure.select("ul.legend li").eachText())
                .containsExactly("signal: Crystal Ball", "background: exponential", "total fit", "data", "pulls");
        assertThat(figure.select("svg.drawing text.label").eachText())
                .containsExactlyInAnyOrder("Events / 10 MeV", "Pull (σ)", "m(μ⁺μ⁻) (GeV)");
        assertThat(figure.select("svg.drawing path.guide")).hasSize(2);
        assertThat(figure.select("svg.drawing path.series")).hasSize(6);
    }

    @Test
    void figureNumbersAreThoseOfTheModel() throws Exception {
        ReportModel model = Samples.dimuon();
        JsonNode numbers = new ObjectMapper()
                .readTree(page(model).selectFirst("script.numbers").data());
        Figure.Series data = model.details()
                .get("mass:mumu:3.097")
                .figures()
                .getFirst()
                .panels()
                .getFirst()
                .series()
                .getLast();
        JsonNode written = numbers.at("/panels/0/series/3");
        assertThat(written.get("name").textValue()).isEqualTo("data");
        for (int i = 0; i < data.y().length; i++) {
            assertThat(written.get("y").get(i).doubleValue()).isEqualTo(data.y()[i]);
        }
        assertThat(numbers.get("grids")).hasSize(1);
    }

    @Test
    void nothingIsFetchedAndOnlyBundledScriptsMayRun() throws Exception {
        Document page = page(Samples.dimuon());
        assertThat(page.select("[src], link[href], iframe, object, embed")).isEmpty();
        String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).contains("default-src 'none'").doesNotContain("http");
        List<Element> scripts = page.select("script:not([type])");
        assertThat(scripts).hasSize(2);
        for (Element script : scripts) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(script.data().getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
    }

    @Test
    void bundledChartLibraryIsTheReleasedOne() throws Exception {
        assertThat(sha256("vendor/uPlot-1.6.32.iife.min.js"))
                .isEqualTo("19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f");
        assertThat(sha256("vendor/uPlot-1.6.32.min.css"))
                .isEqualTo("df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04");
    }

    @Test
    void hostileTextsAreShownAndDoNothing() throws Exception {
        Document calm = page(Samples.dimuon());
        Document page = page(hostile());
        assertThat(page.select("script:not([type])")).hasSameSizeAs(calm.select("script:not([type])"));
        assertThat(page.select("script.numbers")).hasSize(1);
        assertThat(page.select("img, [onerror]")).isEmpty();
        assertThat(page.select("title")).hasSize(1);
        assertThat(page.select("footer")).hasSize(1);
        String shown = "<script>alert(1)</script>\"'&]]><!-- \u2028\uFFFD</title><img src=x onerror=alert(2)>";
        assertThat(page.selectFirst("h1").wholeText()).isEqualTo(shown);
        assertThat(page.selectFirst("figure svg.drawing").attr("aria-label")).isEqualTo(shown);
        assertThat(page.selectFirst("figure ul.legend li").wholeText()).isEqualTo(shown);
        JsonNode numbers = new ObjectMapper().readTree(page.selectFirst("script.numbers").data());
        assertThat(numbers.at("/panels/0/series/0/name").textValue()).isEqualTo(HOSTILE);
        assertThat(page.selectFirst("pre").wholeText()).contains("<script>alert(1)</script>");
    }

    @Test
    void manyChannelsAreListedButOnlyAcceptedOnesDrawn() {
        ReportModel campaign = Samples.campaign(400);
        byte[] bytes = ReportPage.render(campaign);
        Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
        long accepted = campaign.accepted();
        assertThat(page.select("table.findings tbody tr")).hasSize(400);
        assertThat(page.select("section.finding")).hasSize((int) accepted);
        assertThat(page.select("figure.figure")).hasSize((int) accepted);
        assertThat(bytes.length).isLessThan(15_000_000);
        assertThat(page.select("#ledger details[open]")).isEmpty();
    }

    @Test
    void figuresThatWouldMakeThePageTooLargeAreCountedAndLeftOut() {
        List<Figure> heavy = Collections.nCopies(60, Samples.spectrum(12_000, Figure.Scale.LOGARITHMIC, 1));
        ReportModel model = withFigures(heavy);
        byte[] bytes = ReportPage.render(model);
        assertThat(bytes.length).isLessThan(15_000_000);
        Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
        int drawn = page.select("figure.figure").size();
        assertThat(drawn).isBetween(1, 59);
        assertThat(page.select("section.finding p.note").text()).contains((60 - drawn) + " more figures");
    }

    @Test
    void aRunWithoutFindingsHasAPage() {
        Document page = page(Samples.model("Nothing", List.of(), 10));
        assertThat(page.select("#findings").text()).contains("The ledger accepted no hypothesis");
    }

    @Test
    void findingWithoutDetailIsRefused() {
        ReportModel model = Samples.dimuon();
        assertThatThrownBy(() -> withDetails(model, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mass:mumu:3.097");
    }

    /** Writes the pages where a person can look at them: {@code -Dnovum.report.samples=DIRECTORY}. */
    @Test
    @EnabledIfSystemProperty(named = "novum.report.samples", matches = ".+")
    void writeSamples() throws Exception {
        Path directory = Files.createDirectories(Path.of(System.getProperty("novum.report.samples")));
        Files.write(directory.resolve("dimuon.html"), ReportPage.render(Samples.dimuon()));
        Files.write(directory.resolve("campaign.html"), ReportPage.render(Samples.campaign(400)));
        Files.write(directory.resolve("hostile.html"), ReportPage.render(hostile()));
        Files.write(
                directory.resolve("logarithmic.html"),
                ReportPage.render(withFigures(List.of(Samples.spectrum(100, Figure.Scale.LOGARITHMIC, 7)))));
        assertThat(directory.resolve("hostile.html")).isNotEmptyFile();
    }

    private static ReportModel hostile() {
        FindingsDocument.Finding finding = new FindingsDocument.Finding(
                HOSTILE,
                HOSTILE,
                "discovery",
                Samples.object("{}").put("channel", HOSTILE).put(HOSTILE, HOSTILE),
                Map.of(HOSTILE, new Quantity(1, 0.1, new Unit(HOSTILE, HOSTILE, 1))),
                Significance.NONE,
                Significance.NONE,
                new FindingsDocument.Ledger(1, 0.05, true),
                List.of(HOSTILE));
        double[] x = {1, 2, 3};
        Figure figure = new Figure(
                HOSTILE,
                HOSTILE,
                List.of(new Figure.Panel(
                        HOSTILE,
                        Figure.Scale.LINEAR,
                        List.of(new Figure.Series(HOSTILE, Figure.Style.POINTS, x, x, x)))));
        return new ReportModel(
                new ReportModel.StudySection(
                        HOSTILE, HOSTILE, HOSTILE, HOSTILE, Samples.object("{}").put(HOSTILE, HOSTILE)),
                new FindingsDocument(
                        new FindingsDocument.Run(
                                HOSTILE,
                                HOSTILE,
                                HOSTILE,
                                HOSTILE,
                                1,
                                List.of(new FindingsDocument.Data(HOSTILE, HOSTILE, 1, HOSTILE)),
                                Map.of(HOSTILE, HOSTILE)),
                        1,
                        List.of(finding)),
                Map.of(HOSTILE, new ReportModel.Detail(HOSTILE, HOSTILE, List.of(figure))),
                Map.of("discovery", 1L),
                List.of(new ReportModel.Round(1, HOSTILE, HOSTILE, HOSTILE, HOSTILE, List.of())),
                List.of(),
                List.of(new ReportModel.JournalStep(1, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                new ReportModel.Methods(List.of(new ReportModel.Methods.Note(HOSTILE, HOSTILE)), List.of(HOSTILE)),
                List.of(HOSTILE));
    }

    private static ReportModel withFigures(List<Figure> figures) {
        FindingsDocument.Finding finding = Samples.finding("one", "discovery", "J/psi(1S)", -30);
        ReportModel model = Samples.model("Figures", List.of(finding), 10);
        return withDetails(model, Map.of("one", new ReportModel.Detail("reason", "digest", figures)));
    }

    private static ReportModel withDetails(ReportModel model, Map<String, ReportModel.Detail> details) {
        return new ReportModel(
                model.study(),
                model.document(),
                details,
                model.verdicts(),
                model.rounds(),
                model.ledger(),
                model.journal(),
                model.methods(),
                model.warnings());
    }

    private static Document page(ReportModel model) {
        return Jsoup.parse(new String(ReportPage.render(model), StandardCharsets.UTF_8));
    }

    private static String sha256(String resource) throws Exception {
        try (var stream = ReportPage.class.getResourceAsStream("page/" + resource)) {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes()));
        }
    }
}
