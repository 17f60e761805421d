package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.Priors;
import org.novum.particledecay.scan.MassPrior;
import org.novum.particledecay.scan.MassWindow;

/**
 * Where a proposer expects the first state of a spectrum: a place of the registered prior of masses, {@code {"mass": [low,
 * high]}} in GeV.
 *
 * <p>The scan still looks at all masses and its pseudo-experiments go through the same prior, so the p-value holds whatever
 * is expected; a good guess gains trials, a bad one costs a few.
 */
final class ExpectedMasses {
    /** The widest place that is still a guess, relative to its lower end. */
    private static final double WIDEST = 0.1;

    /** Weight of an expected place where the study gives known states none. */
    private static final double WEIGHT = 10;

    private static final String MASS = "mass";

    private ExpectedMasses() {}

    static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
        schema.put(
                "description",
                "where the first state of the spectrum lies, in GeV; at most a tenth of the mass wide. Only for claims with"
                        + " state 1");
        schema.putArray("required").add(MASS);
        ObjectNode mass = schema.putObject("properties").putObject(MASS).put("type", "array");
        mass.putObject("items").put("type", "number");
        mass.put("minItems", 2).put("maxItems", 2);
        return schema;
    }

    /** @throws InvalidHypothesisException if it is not a place of this claim's scan */
    static JsonNode check(Hypothesis hypothesis, JsonNode expectation) {
        StateClaim claim = StateClaim.of(hypothesis);
        JsonNode mass = expectation.path(MASS);
        if (expectation.size() != 1 || mass.size() != 2 || !mass.path(0).isNumber() || !mass.path(1).isNumber()) {
            throw new InvalidHypothesisException(hypothesis.id(), "an expectation is {\"mass\": [low, high]} in GeV");
        }
        double low = mass.path(0).asDouble();
        double high = mass.path(1).asDouble();
        if (claim.state() != 1) {
            throw new InvalidHypothesisException(
                    hypothesis.id(), "a mass can be expected of the first state only; further ones are found beside it");
        }
        if (!(low > 0 && high > low && high <= (1 + WIDEST) * low)) {
            throw new InvalidHypothesisException(
                    hypothesis.id(), "an expected mass is [low, high] in GeV with 0 < low < high, at most a tenth wide");
        }
        MassWindow window = claim.window();
        if (window != null && (low < window.low() || high > window.high())) {
            throw new InvalidHypothesisException(hypothesis.id(), "the expected mass lies outside the claim's window");
        }
        return json(new MassWindow(low, high));
    }

    private static ObjectNode json(MassWindow place) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray(MASS).add(place.low()).add(place.high());
        return json;
    }

    /** Expectations of a family by spectrum, for the plan; empty where nothing is expected. */
    static Optional<ObjectNode> design(List<Hypothesis> family, Priors priors) {
        ObjectNode bySpectrum = JsonNodeFactory.instance.objectNode();
        for (Hypothesis hypothesis : family) {
            JsonNode expectation = priors.expectations().get(hypothesis.id());
            if (expectation != null) {
                bySpectrum.set(StateClaim.of(hypothesis).spectrum(), expectation);
            }
        }
        return bySpectrum.isEmpty() ? Optional.empty() : Optional.of(bySpectrum);
    }

    /** What a plan expects of a claim's spectrum. */
    static Optional<MassWindow> of(JsonNode design, StateClaim claim) {
        JsonNode mass = design.path(claim.spectrum()).path(MASS);
        return mass.isMissingNode()
                ? Optional.empty()
                : Optional.of(new MassWindow(mass.path(0).asDouble(), mass.path(1).asDouble()));
    }

    /** The prior of the known masses with the expected one beside them. */
    static MassPrior join(MassPrior known, Optional<MassWindow> expected) {
        if (expected.isEmpty()) {
            return known;
        }
        if (known.weight() == 1 || known.places().isEmpty()) {
            return new MassPrior(List.of(expected.get()), Math.max(WEIGHT, known.weight()));
        }
        List<MassWindow> places = new ArrayList<>(known.places());
        places.add(expected.get());
        return new MassPrior(places, known.weight());
    }
}
