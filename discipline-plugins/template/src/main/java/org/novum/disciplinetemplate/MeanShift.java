package org.novum.disciplinetemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novum.api.discipline.Hypothesis;

/**
 * The claim of this discipline: in one part of the data, the mean of the response differs between two groups.
 *
 * @param part of the dataset
 * @param response column of the quantity
 * @param group column of the groups
 * @param first group whose mean is asked about
 * @param second group it is compared with
 */
record MeanShift(String part, String response, String group, String first, String second) {
    /** The claim that a hypothesis carries; its fields are those that {@link MeanShiftSpace} has checked. */
    static MeanShift of(Hypothesis hypothesis) {
        JsonNode claim = hypothesis.claim();
        return new MeanShift(
                claim.path("part").asText(),
                claim.path("response").asText(),
                claim.path("group").asText(),
                claim.path("first").asText(),
                claim.path("second").asText());
    }

    /** The claim as JSON. */
    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("part", part)
                .put("response", response)
                .put("group", group)
                .put("first", first)
                .put("second", second);
    }

    /** An id that different claims never share and equal claims always do. */
    String id() {
        return Stream.of(part, response, group, first, second)
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/", "mean-shift/", ""));
    }

    /** The hypothesis that asks this, proposed systematically. */
    Hypothesis hypothesis() {
        String statement = "In " + part + ", the mean of " + response + " differs between " + first + " and " + second;
        return new Hypothesis(id(), statement, "systematic", json());
    }
}
