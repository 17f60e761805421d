package org.novum.disciplinetemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.ResearchState;

/** One hypothesis per part of the data, all asked in one round. */
record MeanShiftSpace(MeanShiftOptions options, DatasetCard data) implements HypothesisSpace {
    private static final List<String> FIELDS = List.of("part", "response", "group", "first", "second");

    @Override
    public List<Hypothesis> propose(ResearchState state) {
        return state.rounds().isEmpty()
                ? data.parts().stream().map(part -> claimOf(part.name()).hypothesis()).toList()
                : List.of();
    }

    @Override
    public void validate(Hypothesis hypothesis) {
        JsonNode claim = hypothesis.claim();
        if (!claim.isObject() || !FIELDS.stream().allMatch(field -> claim.path(field).isTextual())) {
            throw refused(hypothesis, "its claim needs the text fields " + String.join(", ", FIELDS));
        }
        MeanShift asked = MeanShift.of(hypothesis);
        if (data.parts().stream().noneMatch(part -> part.name().equals(asked.part()))) {
            throw refused(
                    hypothesis,
                    "there is no part " + asked.part() + "; the parts are "
                            + String.join(", ", data.parts().stream().map(part -> part.name()).toList()));
        }
        MeanShift askable = claimOf(asked.part());
        if (!claim.equals(askable.json())) {
            throw refused(hypothesis, "of part " + asked.part() + " only this can be asked: " + askable.json());
        }
        if (!hypothesis.id().equals(askable.id())) {
            throw refused(hypothesis, "this claim has the id: " + askable.id());
        }
    }

    @Override
    public JsonNode claimSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("part", oneOf(data.parts().stream().map(part -> part.name()).toList()));
        properties.set("response", oneOf(List.of(options.response())));
        properties.set("group", oneOf(List.of(options.group())));
        properties.set("first", oneOf(List.of(options.first())));
        properties.set("second", oneOf(List.of(options.second())));
        FIELDS.forEach(schema.putArray("required")::add);
        return schema.put("additionalProperties", false);
    }

    @Override
    public Hypothesis phrase(JsonNode claim, String proposer) {
        MeanShift asked = MeanShift.of(new Hypothesis("", "", proposer, claim));
        Hypothesis phrased = asked.hypothesis();
        Hypothesis made = new Hypothesis(phrased.id(), phrased.statement(), proposer, claim);
        validate(made);
        return made;
    }

    private MeanShift claimOf(String part) {
        return new MeanShift(part, options.response(), options.group(), options.first(), options.second());
    }

    private static ObjectNode oneOf(List<String> values) {
        ObjectNode property = JsonNodeFactory.instance.objectNode().put("type", "string");
        values.forEach(property.putArray("enum")::add);
        return property;
    }

    private static InvalidHypothesisException refused(Hypothesis hypothesis, String reason) {
        return new InvalidHypothesisException(hypothesis.id(), reason);
    }
}
