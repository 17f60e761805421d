package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.ResearchState;

/**
 * All claims that a study's options allow, asked in one round: the test rows are opened once.
 *
 * @param options of the study
 */
public record FlareSpace(FlareOptions options) implements HypothesisSpace {
    @Override
    public List<Hypothesis> propose(ResearchState state) {
        return state.rounds().isEmpty() ? claims().stream().map(FlareClaim::hypothesis).toList() : List.of();
    }

    private List<FlareClaim> claims() {
        List<FlareClaim> claims = new ArrayList<>();
        options.recipes().forEach(recipe -> options.classes().forEach(least -> options.days().forEach(day -> claims.add(
                new FlareClaim(options.scope(), least, day, recipe, options.score(), options.margin())))));
        return claims;
    }

    @Override
    public void validate(Hypothesis hypothesis) {
        JsonNode claim = hypothesis.claim();
        FlareClaim askable = claims().stream()
                .filter(candidate -> candidate.json().equals(claim))
                .findFirst()
                .orElseThrow(() -> new InvalidHypothesisException(
                        hypothesis.id(),
                        "this study cannot ask " + claim + "; it asks "
                                + claims().stream().map(FlareClaim::id).collect(Collectors.joining(", "))));
        if (!hypothesis.id().equals(askable.id())) {
            throw new InvalidHypothesisException(hypothesis.id(), "this claim has the id: " + askable.id());
        }
    }

    @Override
    public Hypothesis phrase(JsonNode claim, String proposer) {
        return claims().stream()
                .map(FlareClaim::hypothesis)
                .filter(askable -> askable.claim().equals(claim))
                .findFirst()
                .map(askable -> new Hypothesis(askable.id(), askable.statement(), proposer, askable.claim()))
                .orElseThrow(() -> new InvalidHypothesisException(
                        "of " + proposer,
                        "this study asks only "
                                + claims().stream().map(FlareClaim::id).collect(Collectors.joining(", "))));
    }

    @Override
    public JsonNode claimSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("scope").put("const", options.scope());
        texts(properties.putObject("least"), options.classes().stream().map(Enum::name).toList());
        ObjectNode day = properties.putObject("day").put("type", "integer");
        options.days().forEach(day.putArray("enum")::add);
        texts(properties.putObject("recipe"), options.recipes());
        properties.putObject("score").put("const", options.score().name());
        properties.putObject("margin").put("const", options.margin());
        properties.fieldNames().forEachRemaining(schema.withArray("required")::add);
        return schema.put("additionalProperties", false);
    }

    private static void texts(ObjectNode property, List<String> values) {
        values.forEach(property.put("type", "string").putArray("enum")::add);
    }
}
