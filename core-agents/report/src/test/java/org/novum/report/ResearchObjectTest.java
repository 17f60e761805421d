package org.novum.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.novum.report.ReportModel.JournalStep;
import org.novum.report.ResearchObject.Agent;
import org.novum.report.ResearchObject.AgentType;
import org.novum.report.ResearchObject.BundleFile;
import org.novum.report.ResearchObject.Input;
import org.novum.report.ResearchObject.RunCard;

/** Checks the requirements of the Process, Workflow and Provenance Run Crate profiles 0.5 and of RO-Crate 1.1. */
class ResearchObjectTest {
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String LICENCE = "https://spdx.org/licenses/CC0-1.0";

    @Test
    void everyReferenceHasItsEntityAndNoEntityComesTwice() throws Exception {
        JsonNode document = read(object(steps(4)));
        Map<String, JsonNode> entities = entities(document);
        assertThat(entities).hasSize(document.get("@graph").size());
        // The specification itself is outside the crate, as are schema.org's constants.
        List<String> outside = List.of("https://w3id.org/ro/crate/1.1", "http://schema.org/CompletedActionStatus");
        assertThat(references(document.get("@graph")))
                .isNotEmpty()
                .allMatch(id -> entities.containsKey(id) || outside.contains(id));
        assertThat(entities.values()).allSatisfy(entity -> assertThat(entity.has("@type")).isTrue());
    }

    @Test
    void rootHasWhatTheProfilesRequire() throws Exception {
        Map<String, JsonNode> entities = entities(read(object(steps(2))));
        JsonNode metadata = entities.get("ro-crate-metadata.json");
        assertThat(metadata.at("/about/@id").textValue()).isEqualTo("./");
        assertThat(references(metadata.get("conformsTo"))).contains("https://w3id.org/ro/crate/1.1");
        JsonNode root = entities.get("./");
        assertThat(root.get("datePublished").textValue()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(root.at("/license/@id").textValue()).isEqualTo(LICENCE);
        assertThat(root.at("/mainEntity/@id").textValue()).isEqualTo("study.yaml");
        assertThat(references(root.get("conformsTo")))
                .containsExactly(
                        "https://w3id.org/ro/wfrun/process/0.5",
                        "https://w3id.org/ro/wfrun/workflow/0.5",
                        "https://w3id.org/ro/wfrun/provenance/0.5",
                        "https://w3id.org/workflowhub/workflow-ro-crate/1.0");
        assertThat(references(root.get("hasPart")))
                .containsExactly("study.yaml", "findings.json", "a%20%26%20b/report%231.html", "blobs/");
    }

    @Test
    void runLinksWorkflowInputsAndResults() throws Exception {
        Map<String, JsonNode> entities = entities(read(object(steps(2))));
        JsonNode run = entities.get("#run-run%2F1");
        assertThat(run.get("@type").textValue()).isEqualTo("CreateAction");
        assertThat(run.at("/instrument/@id").textValue()).isEqualTo("study.yaml");
        assertThat(run.get("endTime").textValue()).isEqualTo("2026-11-22T09:59:00Z");
        assertThat(references(run.get("result"))).contains("findings.json", "blobs/");
        JsonNode input = entities.get(references(run.get("object")).getFirst());
        assertThat(input.get("sha256").textValue()).isEqualTo(DIGEST);
        assertThat(input.get("contentSize").textValue()).isEqualTo("3100000");
        assertThat(input.get("citation").textValue()).contains("CMS");
        JsonNode workflow = entities.get("study.yaml");
        assertThat(workflow.get("@type").toString())
                .contains("File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo");
        assertThat(entities.get("#novum").get("softwareVersion").textValue()).isEqualTo("0.1.0");
        assertThat(entities.get(run.at("/agent/@id").textValue()).get("@type").textValue()).isEqualTo("Organization");
    }

    @Test
    void stepsFollowTheProvenanceProfile() throws Exception {
        Map<String, JsonNode> entities = entities(read(object(steps(3))));
        JsonNode organize = entities.get("#orchestration");
        assertThat(organize.at("/instrument/@id").textValue()).isEqualTo("#novum");
        assertThat(organize.at("/result/@id").textValue()).isEqualTo("#run-run%2F1");
        List<String> controls = references(organize.get("object"));
        assertThat(controls).hasSize(3);
        for (String control : controls) {
            JsonNode action = entities.get(control);
            JsonNode step = entities.get(action.at("/instrument/@id").textValue());
            JsonNode tool = entities.get(step.at("/workExample/@id").textValue());
            JsonNode execution = entities.get(action.at("/object/@id").textValue());
            assertThat(tool.get("@type").textValue()).isEqualTo("SoftwareApplication");
            assertThat(execution.get("@type").textValue()).isEqualTo("CreateAction");
            assertThat(execution.at("/instrument/@id")).isEqualTo(tool.get("@id"));
        }
        JsonNode workflow = entities.get("study.yaml");
        assertThat(references(workflow.get("step"))).hasSize(3);
        assertThat(references(workflow.get("hasPart"))).containsExactly("#tool-analyse", "#tool-test");
    }

    @Test
    void aLongJournalIsLeftToTheJournal() throws Exception {
        Map<String, JsonNode> entities = entities(read(object(steps(1_001))));
        assertThat(references(entities.get("./").get("conformsTo")))
                .doesNotContain("https://w3id.org/ro/wfrun/provenance/0.5");
        assertThat(entities).doesNotContainKey("#orchestration");
    }

    @Test
    void sameObjectGivesSameBytes() {
        assertThat(object(steps(5)).toBytes()).isEqualTo(object(steps(5)).toBytes());
    }

    private static ResearchObject object(List<JournalStep> steps) {
        return new ResearchObject(
                "J/psi to two muons",
                "Evidence of a run",
                "2026-11-22T10:00:00Z",
                LICENCE,
                new BundleFile("study.yaml", "application/yaml", "The study", 412L, DIGEST),
                new RunCard(
                        "run/1",
                        "0.1.0",
                        42,
                        "2026-11-22T09:59:00Z",
                        new Agent("https://ror.org/01ggx4157", AgentType.ORGANIZATION, "CERN")),
                List.of(new Input(
                        new FindingsDocument.Data("Jpsimumu", "file:/data/Jpsimumu.csv.gz", 31_502, DIGEST),
                        3_100_000L,
                        LICENCE,
                        "CMS collaboration (2014), \"J/psi\"")),
                List.of(
                        new BundleFile("findings.json", "application/json", "What was found", 9_000L, DIGEST),
                        new BundleFile("a & b/report#1.html", "text/html", "The report", null, null),
                        new BundleFile("blobs/", "", "Contents by digest", null, null)),
                steps);
    }

    private static List<JournalStep> steps(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new JournalStep(i, i % 2 == 1 ? "analyse" : "test", "PURE", "in" + i, "out" + i))
                .toList();
    }

    private static JsonNode read(ResearchObject object) throws Exception {
        return new ObjectMapper().readTree(object.toBytes());
    }

    private static Map<String, JsonNode> entities(JsonNode document) {
        Map<String, JsonNode> entities = new LinkedHashMap<>();
        document.get("@graph").forEach(entity -> entities.put(entity.get("@id").textValue(), entity));
        return entities;
    }

    /** Ids of all nodes that are nothing but a reference. */
    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isObject() && node.size() == 1 && node.has("@id")) {
            found.add(node.get("@id").textValue());
        } else {
            node.forEach(child -> found.addAll(references(child)));
        }
        return found;
    }
}
