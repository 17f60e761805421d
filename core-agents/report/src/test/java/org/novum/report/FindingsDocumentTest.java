package org.novum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.api.finding.Verdict;
import org.novum.report.FindingsDocument.Finding;

class FindingsDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void keysStandInTheirFixedOrder() throws Exception {
        JsonNode root = JSON.readTree(Samples.dimuon().document().toBytes());
        assertThat(names(root)).containsExactly("run", "tested", "findings");
        assertThat(names(root.get("run")))
                .containsExactly("id", "study", "experiment", "discipline", "seed", "data", "versions");
        assertThat(names(root.at("/findings/0")))
                .containsExactly(
                        "id", "statement", "verdict", "known", "mode", "channel", "quantities", "yield", "significance",
                        "pValue", "log10p", "ledger", "evidence");
        assertThat(names(root.at("/findings/0/quantities"))).containsExactly("mass", "massScale", "width");
    }

    @Test
    void textFormIsFixed() {
        byte[] bytes = Samples.document("s", List.of()).toBytes();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith("{\n  \"run\": {\n    \"id\": \"run-7f3a\",\n")
                .endsWith("  \"tested\": 0,\n  \"findings\": []\n}\n")
                .doesNotContain("\r");
    }

    @Test
    void readingReturnsWhatWasWritten() {
        FindingsDocument document = Samples.campaign(30).document();
        FindingsDocument read = FindingsDocument.parse(document.toBytes());
        assertThat(read).isEqualTo(document);
        assertThat(read.toBytes()).isEqualTo(document.toBytes());
    }

    @Test
    void smallProbabilitiesKeepTheirLogarithm() throws Exception {
        JsonNode finding = written(Samples.finding("a", "discovery", null, -412.7));
        assertThat(finding.at("/pValue/global").doubleValue()).isZero();
        assertThat(finding.at("/log10p/global").doubleValue()).isEqualTo(-412.7);
        assertThat(written(Samples.finding("a", "evidence", null, -3)).at("/pValue/global").doubleValue())
                .isEqualTo(1e-3);
    }

    @Test
    void significanceWithoutMeaningIsNull() throws Exception {
        Finding finding = finding(Samples.object("{\"subject\":\"AR 12673\"}"), Significance.NONE);
        JsonNode written = written(finding);
        assertThat(written.get("significance").isNull()).isTrue();
        assertThat(written.get("subject").textValue()).isEqualTo("AR 12673");
        assertThat(errors(document(finding))).isEmpty();
        assertThat(FindingsDocument.parse(document(finding).toBytes())).isEqualTo(document(finding));
    }

    @Test
    void samplesFollowTheSchema() throws Exception {
        assertThat(errors(Samples.dimuon().document())).isEmpty();
        assertThat(errors(Samples.campaign(20).document())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/findings/0, verdict, \"certain\"",
        "/findings/0/log10p, global, 0.5",
        "/findings/0/pValue, local, 1.5",
        "/findings/0/quantities/mass, error, -1",
        "/findings/0/ledger, index, 0",
        "/run, extra, 1",
        "/run/data/0, sha256, \"abc\""
    })
    void schemaRefusesWhatCannotBe(String place, String key, String value) throws Exception {
        JsonNode root = JSON.readTree(Samples.dimuon().document().toBytes());
        ((ObjectNode) root.at(place)).set(key, JSON.readTree(value));
        assertThat(schema().validate(root)).isNotEmpty();
    }

    @Test
    void disciplineCannotTakeTheDocumentsKeys() {
        FindingsDocument document = document(finding(Samples.object("{\"verdict\":\"discovery\"}"), Significance.NONE));
        assertThatThrownBy(document::toBytes)
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("attribute called verdict");
    }

    @Test
    void infiniteSignificanceIsRefused() {
        FindingsDocument document =
                document(finding(Samples.object("{}"), new Significance(Double.POSITIVE_INFINITY, null, null)));
        assertThatThrownBy(document::toBytes).isInstanceOf(ReportException.class).hasMessageContaining("local");
    }

    @Test
    void measurementVerdictAndDecisionMakeAFinding() {
        Measurement measurement = new Measurement(
                "h1",
                "found",
                Samples.object("{\"channel\":\"c\"}"),
                Map.of("mass", new Quantity(3096.9, 0.4, Unit.MEV)),
                Significance.NONE,
                Significance.NONE,
                List.of());
        Finding finding = Finding.of(
                measurement, new Verdict.Evidence("why"), new LedgerDecision("r", 7, 0.02, true), List.of("d"));
        assertThat(finding.id()).isEqualTo("h1");
        assertThat(finding.verdict()).isEqualTo("evidence");
        assertThat(finding.ledger()).isEqualTo(new FindingsDocument.Ledger(7, 0.02, true));
        assertThat(finding.quantities()).containsOnlyKeys("mass");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"run\":{\"versions\":{}}} | /run/id is missing",
                "[1] | /run is missing",
                "{\"a\":1,\"a\":2} | not JSON",
                "{ | not JSON"
            })
    void complaintsNameThePlace(String json, String complaint) {
        assertThatThrownBy(() -> FindingsDocument.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void complaintsNameTheFindingsPlace() throws Exception {
        JsonNode root = JSON.readTree(Samples.dimuon().document().toBytes());
        ((ObjectNode) root.at("/findings/1/quantities/mass")).put("error", "large");
        assertThatThrownBy(() -> FindingsDocument.parse(JSON.writeValueAsBytes(root)))
                .hasMessageContaining("/findings/1/quantities/mass/error is not a number");
    }

    private static Finding finding(ObjectNode attributes, Significance significance) {
        return new Finding(
                "f", "s", "refuted", attributes, Map.of(), significance, Significance.NONE,
                new FindingsDocument.Ledger(1, 0.05, false), List.of());
    }

    private static FindingsDocument document(Finding finding) {
        return Samples.document("s", List.of(finding));
    }

    private static JsonNode written(Finding finding) throws Exception {
        return JSON.readTree(document(finding).toBytes()).at("/findings/0");
    }

    private static List<String> errors(FindingsDocument document) throws Exception {
        return schema().validate(JSON.readTree(document.toBytes())).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonSchema schema() throws Exception {
        try (InputStream schema = FindingsDocument.class.getResourceAsStream("findings.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        }
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false).toList();
    }
}
