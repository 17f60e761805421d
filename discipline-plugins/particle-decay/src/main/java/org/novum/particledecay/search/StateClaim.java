package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.particledecay.scan.MassWindow;

/**
 * The claim that candidates of a channel come from the decay of a narrow state, at a mass that the scan will find.
 *
 * @param channel name of the spectrum
 * @param positions of the daughters that are combined, from 0; empty for all
 * @param daughters PDG ids where the study says them; empty where the files do
 * @param charge which candidates are looked at
 * @param state 1 for "at least one state", 2 for "a second one", …
 * @param window of the scan in GeV; null for the range of the candidates
 * @param shapes that the peak may have
 */
record StateClaim(
        String channel,
        List<Integer> positions,
        List<Integer> daughters,
        SearchOptions.Charge charge,
        int state,
        @Nullable MassWindow window,
        PeakShapes shapes) {
    private static final List<String> ORDINALS = List.of("a", "a second", "a third", "a fourth", "a fifth", "a sixth");
    private static final Set<String> FIELDS =
            Set.of("claim", "channel", "charge", "state", "shapes", "positions", "daughters", "window");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Copies the lists. */
    StateClaim {
        positions = List.copyOf(positions);
        daughters = List.copyOf(daughters);
    }

    /** Families of peak shape that a plan allows. */
    enum PeakShapes {
        /** Symmetric: resolution and natural width. */
        SYMMETRIC,
        /** Symmetric ones, and tails from radiation and detector. */
        WITH_TAILS
    }

    /** The hypothesis that makes this claim. */
    Hypothesis hypothesis(String proposer) {
        return new Hypothesis(id(), statement(), proposer, toJson());
    }

    /** The claim of another state in the same spectrum. */
    StateClaim ofState(int number) {
        return new StateClaim(channel, positions, daughters, charge, number, window, shapes);
    }

    /** The same claim of a peak that may have tails. */
    StateClaim withTails() {
        return new StateClaim(channel, positions, daughters, charge, state, window, PeakShapes.WITH_TAILS);
    }

    /** What claims of one spectrum, tested with the same peak shapes, have in common. */
    String spectrum() {
        return channel + positions + charge + shapes;
    }

    /** Made of the claim alone. */
    String id() {
        StringBuilder id = new StringBuilder(channel);
        if (!positions.isEmpty()) {
            id.append('/').append(positions.stream().map(p -> "d" + (p + 1)).collect(Collectors.joining("+")));
        }
        if (window != null) {
            id.append(String.format(Locale.ROOT, "/%s-%sGeV", plain(window.low()), plain(window.high())));
        }
        switch (charge) {
            case OPPOSITE -> {}
            case SAME -> id.append("/same-charge");
            case ANY -> id.append("/any-charge");
        }
        id.append("/state-").append(state);
        return shapes == PeakShapes.SYMMETRIC ? id.append("/symmetric").toString() : id.toString();
    }

    private String statement() {
        String where = window == null
                ? "somewhere in its mass range"
                : String.format(Locale.ROOT, "between %s and %s GeV", plain(window.low()), plain(window.high()));
        String shape = shapes == PeakShapes.SYMMETRIC ? " with a symmetric peak" : "";
        String charges = charge == SearchOptions.Charge.SAME ? " of the same charge" : "";
        return "In " + channel + ", " + ORDINALS.get(state - 1) + " narrow state" + shape + " decays to " + products() + charges
                + ", " + where + ".";
    }

    private String products() {
        if (daughters.isEmpty()) {
            return positions.isEmpty()
                    ? "all daughters"
                    : "daughters " + positions.stream().map(p -> "" + (p + 1)).collect(Collectors.joining(" and "));
        }
        return daughters.stream()
                .map(id -> ParticleTable.standard().particle(id).name())
                .collect(Collectors.joining(" "));
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    ObjectNode toJson() {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.put("claim", "narrow state").put("channel", channel).put("charge", charge.name());
        claim.put("state", state).put("shapes", shapes.name());
        positions.forEach(claim.putArray("positions")::add);
        daughters.forEach(claim.putArray("daughters")::add);
        if (window != null) {
            claim.putArray("window").add(window.low()).add(window.high());
        }
        return claim;
    }

    /**
     * Reads a claim.
     *
     * @throws InvalidHypothesisException if the hypothesis makes another kind of claim
     */
    static StateClaim of(Hypothesis hypothesis) {
        JsonNode claim = hypothesis.claim();
        boolean wellFormed = claim.path("claim").asText().equals("narrow state")
                && claim.path("channel").isTextual()
                && claim.path("state").isInt()
                && claim.path("state").intValue() >= 1
                && claim.path("state").intValue() <= ORDINALS.size()
                && allMatch(claim.path("positions"), JsonNode::isInt)
                && allMatch(claim.path("daughters"), JsonNode::isInt)
                && allMatch(claim.path("window"), JsonNode::isNumber)
                && claim.propertyStream().allMatch(property -> FIELDS.contains(property.getKey()));
        if (!wellFormed) {
            throw new InvalidHypothesisException(hypothesis.id(), "it does not claim a narrow state; see the claim's schema");
        }
        JsonNode window = claim.path("window");
        try {
            return new StateClaim(
                    claim.path("channel").asText(),
                    integers(claim.path("positions")),
                    integers(claim.path("daughters")),
                    SearchOptions.Charge.valueOf(claim.path("charge").asText()),
                    claim.path("state").asInt(),
                    window.isMissingNode() ? null : new MassWindow(window.path(0).asDouble(), window.path(1).asDouble()),
                    PeakShapes.valueOf(claim.path("shapes").asText()));
        } catch (IllegalArgumentException | org.novum.particledecay.scan.ScanException wrong) {
            throw new InvalidHypothesisException(hypothesis.id(), wrong.getMessage());
        }
    }

    private static boolean allMatch(JsonNode list, Predicate<JsonNode> test) {
        return list.isMissingNode() || (list.isArray() && list.valueStream().allMatch(test));
    }

    private static List<Integer> integers(JsonNode node) {
        List<Integer> values = new ArrayList<>();
        node.forEach(item -> values.add(item.asInt()));
        return values;
    }

    /** JSON schema of a claim. */
    static JsonNode schema() {
        try {
            return MAPPER.readTree(
                    """
                    {"type": "object", "required": ["claim", "channel", "charge", "state", "shapes"], "additionalProperties": false,
                     "properties": {
                       "claim": {"const": "narrow state"},
                       "channel": {"type": "string", "description": "a part of the dataset"},
                       "charge": {"enum": ["OPPOSITE", "SAME", "ANY"]},
                       "state": {"type": "integer", "minimum": 1, "maximum": 6, "description": "1: a state, 2: a second one"},
                       "shapes": {"enum": ["SYMMETRIC", "WITH_TAILS"]},
                       "positions": {"type": "array", "items": {"type": "integer"}, "description": "daughters combined, from 0"},
                       "daughters": {"type": "array", "items": {"type": "integer"}, "description": "PDG ids"},
                       "window": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2,
                                  "description": "GeV"}}}
                    """);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException("the schema is not JSON", impossible);
        }
    }
}
