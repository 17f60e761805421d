package org.novum.spectra.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.ResearchState;
import org.novum.spectra.template.SpectralClass;

/**
 * The claims of a study, all asked in one round; others of the same objects may be proposed.
 *
 * @param claims that the systematic proposer asks, in order
 * @param tolerance of their redshifts, km/s
 */
public record ClaimSpace(List<Claim> claims, double tolerance) implements HypothesisSpace {
    /** The claims that stand in the study. */
    public static ClaimSpace of(ClaimOptions options) {
        return new ClaimSpace(options.claims(), options.tolerance());
    }

    /** The claims that exploration led to. */
    public static ClaimSpace of(ClaimOptions options, JsonNode explored) {
        return new ClaimSpace(ClaimExploration.of(explored).claims(), options.tolerance());
    }

    @Override
    public List<Hypothesis> propose(ResearchState state) {
        return state.rounds().isEmpty()
                ? claims.stream().map(claim -> claim.hypothesis(tolerance)).toList()
                : List.of();
    }

    @Override
    public void validate(Hypothesis hypothesis) {
        ClaimOptions.problem(hypothesis.claim()).ifPresent(problem -> {
            throw new InvalidHypothesisException(hypothesis.id(), "its " + problem);
        });
        Claim claim = Claim.of(hypothesis);
        List<String> objects = objects();
        if (!objects.contains(claim.object())) {
            throw new InvalidHypothesisException(
                    hypothesis.id(),
                    "the study does not ask about " + claim.object() + "; it asks about " + String.join(", ", objects));
        }
        if (!hypothesis.id().equals(claim.id())) {
            throw new InvalidHypothesisException(hypothesis.id(), "this claim has the id: " + claim.id());
        }
    }

    @Override
    public Hypothesis phrase(JsonNode claim, String proposer) {
        ClaimOptions.problem(claim).ifPresent(problem -> {
            throw new InvalidHypothesisException("of " + proposer, "its " + problem);
        });
        Hypothesis phrased = Claim.of(new Hypothesis("", "", proposer, claim)).hypothesis(tolerance);
        Hypothesis made = new Hypothesis(phrased.id(), phrased.statement(), proposer, phrased.claim());
        validate(made);
        return made;
    }

    private List<String> objects() {
        return claims.stream().map(Claim::object).distinct().toList();
    }

    @Override
    public JsonNode claimSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode object = properties.putObject("object").put("type", "string");
        objects().forEach(object.putArray("enum")::add);
        ObjectNode spectralClass = properties.putObject("class").put("type", "string");
        Arrays.stream(SpectralClass.values()).map(Enum::name).forEach(spectralClass.putArray("enum")::add);
        properties.putObject("z").put("type", "number");
        List.of("object", "class", "z").forEach(schema.putArray("required")::add);
        return schema.put("additionalProperties", false);
    }
}
