package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novum.api.data.DataPart;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.ResearchState;
import org.novum.models.ModelRequest;
import org.novum.runtime.taint.Quoted;
import org.novum.runtime.taint.Source;

/** The request for proposals, from a versioned text. All that comes from data or study stands in it as a quotation. */
final class ProposalPrompt {
    /** The text; a new wording gets a new name, for the old one belongs to recorded runs. */
    static final String RESOURCE = "propose-1.md";

    /** Weights that a model may give. */
    static final List<Double> WEIGHTS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

    /** What is added to the text where there is literature. */
    static final String CITING = "propose-citing-1.md";

    private static final int MOST_CITED = 10;
    private static final int KEY_LENGTH = 100;
    private static final int REASON_LENGTH = 1000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProposalPrompt() {}

    /**
     * The request.
     *
     * @param space whose claims may be made
     * @param question study, data and research so far; its family is not looked at
     * @param briefing what is told beside them
     * @param sampling of the answer
     */
    static ModelRequest request(
            HypothesisSpace space,
            Discipline.Question question,
            Briefing briefing,
            ModelRequest.Sampling sampling) {
        List<String> blocks = new ArrayList<>(List.of(
                Quoted.block("study", study(question)),
                Quoted.block("dataset card", card(question)),
                Quoted.block("schema of a claim", space.claimSchema()),
                Quoted.block("schema of an expectation", space.expectationSchema().orElse(NODES.nullNode())),
                Quoted.block("verdicts so far", verdicts(question.state()))));
        briefing.notes().forEach(note -> blocks.add(note.block(
                note.source() == Source.TOOL ? "answer of a foreign tool" : "note of the analyst on rows of exploration")));
        blocks.addAll(briefing.literature().blocks());
        int most = question.study().team().budget().proposals();
        PromptText text = PromptText.read(RESOURCE, most);
        ObjectNode form = form(space);
        if (!briefing.literature().showsNothing()) {
            text = text.and(CITING);
            citing((ObjectNode) form.path("properties").path("proposals").path("items"));
        }
        return new ModelRequest(text.turns(blocks), List.of(), form, sampling, "");
    }

    /** Lets a proposal cite passages. */
    static void citing(ObjectNode proposal) {
        ObjectNode cite = ((ObjectNode) proposal.get("properties")).putObject("cite").put("type", "array");
        cite.put("maxItems", MOST_CITED);
        cite.putObject("items").put("type", "string").put("maxLength", KEY_LENGTH);
    }

    /** Question, discipline and options. */
    static JsonNode study(Discipline.Question question) {
        ObjectNode study = NODES.objectNode();
        study.put("question", question.study().question()).put("discipline", question.study().discipline());
        study.set("options", question.study().options());
        return study;
    }

    /** The form of the answer. Claims are only objects here: one that is wrong costs itself, not the whole answer. */
    private static ObjectNode form(HypothesisSpace space) {
        ObjectNode form = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        form.putArray("required").add("proposals");
        ObjectNode proposal = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        proposal.putArray("required").add("claim");
        ObjectNode fields = proposal.putObject("properties");
        fields.putObject("claim").put("type", "object");
        ArrayNode weights = fields.putObject("weight").putArray("enum");
        WEIGHTS.forEach(weights::add);
        if (space.expectationSchema().isPresent()) {
            fields.putObject("expect").put("type", "object");
        }
        fields.putObject("reason").put("type", "string").put("maxLength", REASON_LENGTH);
        ObjectNode proposals = form.putObject("properties").putObject("proposals");
        proposals.put("type", "array").set("items", proposal);
        return form;
    }

    /** Names, columns, units and counts; parts of the same columns are told together. Where the files lie is nobody's affair. */
    static JsonNode card(Discipline.Question question) {
        Map<JsonNode, ArrayNode> groups = new LinkedHashMap<>();
        for (DataPart part : question.data().parts()) {
            ArrayNode columns = NODES.arrayNode();
            part.columns().forEach(column -> columns.add(column.name() + " [" + column.unit().symbol() + "]"));
            groups.computeIfAbsent(columns, _ -> NODES.arrayNode())
                    .addObject()
                    .put("part", part.name())
                    .put("rows", part.rows());
        }
        ArrayNode all = NODES.arrayNode();
        groups.forEach((columns, parts) -> {
            ObjectNode group = all.addObject();
            group.set("columns", columns);
            group.set("parts", parts);
        });
        return all;
    }

    /** Claims and the words of their verdicts; no number of any test. */
    private static JsonNode verdicts(ResearchState state) {
        ArrayNode rounds = NODES.arrayNode();
        for (ResearchState.Round round : state.rounds()) {
            ArrayNode judged = rounds.addArray();
            round.judged()
                    .forEach(one -> judged.addObject()
                            .put("verdict", one.verdict().word())
                            .set("claim", one.hypothesis().claim()));
        }
        return rounds;
    }
}
