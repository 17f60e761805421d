package org.novum.spectra.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.ResearchState;
import org.novum.spectra.template.SpectralClass;

/**
 * The groups that exploration suggests: each is of the objects that are like one explored object.
 *
 * @param spectralClass of the objects
 * @param leaders names of the objects that others are like
 */
public record GroupSpace(SpectralClass spectralClass, List<String> leaders) implements HypothesisSpace {
    /** Name of the object in a claim, and class. */
    static final String LEADER = "like";

    private static final String CLASS = "class";

    /** Objects whose residuals correlate so are alike. */
    static final double ALIKE = 0.3;

    private static final int MOST = 3;

    /** Copies the list. */
    public GroupSpace {
        leaders = List.copyOf(leaders);
    }

    /** Whether a hypothesis is of a group. */
    public static boolean holds(Hypothesis hypothesis) {
        return hypothesis.claim().has(LEADER);
    }

    /** The leaders with the most followers, none of whom is like another; as the journal keeps them. */
    static ObjectNode explored(List<Profiled> objects) {
        int[] followers = new int[objects.size()];
        for (int i = 0; i < followers.length; i++) {
            for (int j = 0; j < followers.length; j++) {
                followers[i] += i != j && alike(objects.get(i), objects.get(j)) ? 1 : 0;
            }
        }
        List<Integer> order = IntStream.range(0, followers.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -followers[i]).thenComparing(i -> i))
                .toList();
        List<Profiled> chosen = new ArrayList<>();
        for (int i : order) {
            Profiled candidate = objects.get(i);
            if (followers[i] > 0 && chosen.size() < MOST && chosen.stream().noneMatch(one -> alike(one, candidate))) {
                chosen.add(candidate);
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("objects", objects.size());
        chosen.forEach(one -> json.withArray("/leaders").add(one.object()));
        return json;
    }

    private static boolean alike(Profiled one, Profiled other) {
        return one.profile().correlation(other.profile()) >= ALIKE;
    }

    /** The space that {@link #explored} leads to. */
    static GroupSpace of(SpectralClass spectralClass, JsonNode explored) {
        List<String> leaders = new ArrayList<>();
        explored.path("leaders").forEach(leader -> leaders.add(leader.asText()));
        return new GroupSpace(spectralClass, leaders);
    }

    private Hypothesis hypothesis(String leader, String proposer) {
        String statement = String.format(
                Locale.ROOT, "objects like %s form a group of class %s that no template explains", leader, spectralClass);
        String id = "group/" + URLEncoder.encode(leader, StandardCharsets.UTF_8) + "/" + spectralClass;
        return new Hypothesis(
                id,
                statement,
                proposer,
                JsonNodeFactory.instance.objectNode().put(LEADER, leader).put(CLASS, spectralClass.name()));
    }

    @Override
    public List<Hypothesis> propose(ResearchState state) {
        return state.rounds().isEmpty()
                ? leaders.stream().map(leader -> hypothesis(leader, "systematic")).toList()
                : List.of();
    }

    @Override
    public void validate(Hypothesis hypothesis) {
        JsonNode claim = hypothesis.claim();
        boolean known = claim.isObject()
                && claim.size() == 2
                && claim.path(CLASS).asText().equals(spectralClass.name())
                && leaders.contains(claim.path(LEADER).asText());
        if (!known) {
            throw new InvalidHypothesisException(
                    hypothesis.id(),
                    "a group is claimed as {like, class}, like one of " + String.join(", ", leaders) + ", of class "
                            + spectralClass);
        }
        String id = hypothesis(claim.path(LEADER).asText(), "").id();
        if (!hypothesis.id().equals(id)) {
            throw new InvalidHypothesisException(hypothesis.id(), "this claim has the id: " + id);
        }
    }

    @Override
    public Hypothesis phrase(JsonNode claim, String proposer) {
        Hypothesis made = hypothesis(claim.path(LEADER).asText(), proposer);
        validate(new Hypothesis(made.id(), made.statement(), proposer, claim));
        return made;
    }

    @Override
    public JsonNode claimSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode leader = properties.putObject(LEADER).put("type", "string");
        leaders.forEach(leader.putArray("enum")::add);
        properties.putObject(CLASS).put("type", "string").putArray("enum").add(spectralClass.name());
        schema.putArray("required").add(LEADER).add(CLASS);
        return schema.put("additionalProperties", false);
    }
}
