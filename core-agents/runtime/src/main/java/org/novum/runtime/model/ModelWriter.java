package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.novum.api.study.Study;
import org.novum.models.ModelRequest;
import org.novum.report.prose.Piece;
import org.novum.report.prose.Prose;
import org.novum.report.prose.References;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.AnchorGate;
import org.novum.runtime.taint.Gate;
import org.novum.runtime.taint.ProseGate;
import org.novum.runtime.taint.Quoted;
import org.novum.runtime.taint.Sourced;

/** Asks a model for prose around findings, and grounds what comes: see {@link org.novum.report.prose.Grounding}. */
public final class ModelWriter {
    /** Beginning of the names of its steps. */
    public static final String PURPOSE = "report/write";

    /** The text; see {@link PromptText}. */
    static final String RESOURCE = "report-1.md";

    /** What is added to it where there is literature. */
    static final String CITING = "report-citing-1.md";

    private static final int MOST_SECTIONS = 40;
    private static final int SUMMARY_LENGTH = 4000;
    private static final int SECTION_LENGTH = 2500;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ModelDesk desk;
    private final References references;
    private final Retrieved literature;

    /**
     * @param desk over which models are asked
     * @param references that prose may make
     * @param literature that the model is shown passages of
     */
    public ModelWriter(ModelDesk desk, References references, Retrieved literature) {
        this.desk = desk;
        this.references = references;
        this.literature = literature;
    }

    /** Asks for the text. */
    public ModelProposer.Answer ask(String model, Study study) {
        Talk talk = desk.talk(model, PURPOSE + "/" + model);
        ObjectNode asked = NODES.objectNode();
        asked.put("question", study.question()).put("discipline", study.discipline());
        List<String> blocks =
                new ArrayList<>(List.of(Quoted.block("study", asked), Quoted.block("references", list())));
        blocks.addAll(literature.blocks());
        PromptText text = PromptText.read(RESOURCE, MOST_SECTIONS);
        return ModelProposer.formed(
                talk,
                new ModelRequest(
                        (literature.showsNothing() ? text : text.and(CITING)).turns(blocks),
                        List.of(),
                        form(),
                        talk.sampling(),
                        ""));
    }

    /** The references by what they belong to; names, verdicts and sources are shown as they are. */
    private JsonNode list() {
        Map<String, ObjectNode> owners = new TreeMap<>();
        references.targets().forEach((reference, target) -> owners.computeIfAbsent(target.owner(), _ -> NODES.objectNode())
                .put("{{" + reference + "}}", target.label() + ": " + target.text()));
        ObjectNode list = NODES.objectNode();
        owners.forEach(list::set);
        return list;
    }

    private static JsonNode form() {
        ObjectNode form = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        form.putArray("required").add("summary").add("sections");
        ObjectNode properties = form.putObject("properties");
        properties.putObject("summary").put("type", "string").put("maxLength", SUMMARY_LENGTH);
        ObjectNode section = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        section.putArray("required").add("finding").add("text");
        ObjectNode fields = section.putObject("properties");
        fields.putObject("finding").put("type", "string").put("maxLength", 100);
        fields.putObject("text").put("type", "string").put("maxLength", SECTION_LENGTH);
        ObjectNode sections = properties.putObject("sections").put("type", "array").put("maxItems", MOST_SECTIONS);
        sections.set("items", section);
        return form;
    }

    /** The answer as grounded prose. */
    public Prose grounded(String model, ModelProposer.Answer answer) {
        if (answer.answer() == null) {
            return Prose.nothing(model, answer.problem());
        }
        List<Prose.Section> sections = new ArrayList<>();
        sections.add(section(
                References.RUN,
                "Summary",
                new ProseGate(references, References.RUN).grounded(Sourced.text(answer.answer(), "summary"))));
        Set<String> told = new HashSet<>();
        Sourced.items(answer.answer(), "sections").forEach(one -> sections.add(about(one, told)));
        return new Prose(model, sections, "");
    }

    private Prose.Section about(Sourced<JsonNode> one, Set<String> told) {
        Sourced<String> text = Sourced.text(one, "text");
        return switch (new AnchorGate(references).admit(Sourced.field(one, "finding"))) {
            case Gate.Gated.Through<String>(Admitted<String> anchor) when told.add(anchor.value()) ->
                section(anchor.value(), heading(anchor.value()), new ProseGate(references, anchor.value()).grounded(text));
            case Gate.Gated.Through<String> _ ->
                section(References.RUN, "Unplaced", ProseGate.struck(text, "a second text about the same finding"));
            case Gate.Gated.Refused<String> _ ->
                section(References.RUN, "Unplaced", ProseGate.struck(text, "there is no such finding to write about"));
        };
    }

    /** The critic's doubts as prose. */
    public List<Prose.Section> doubts(Map<String, Sourced<String>> byAnchor) {
        List<Prose.Section> sections = new ArrayList<>();
        byAnchor.forEach((anchor, reason) -> sections.add(section(
                anchor, "The critic doubts " + heading(anchor), new ProseGate(references, anchor).grounded(reason))));
        return sections;
    }

    /** Prose takes pieces that have passed their gate. */
    private static Prose.Section section(String owner, String heading, Admitted<List<Piece>> pieces) {
        return new Prose.Section(owner, heading, pieces.value());
    }

    private String heading(String anchor) {
        return references.find("n:" + anchor).map(References.Target::text).orElse(anchor);
    }
}
