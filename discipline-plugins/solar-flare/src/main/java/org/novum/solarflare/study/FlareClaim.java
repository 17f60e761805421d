package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.novum.api.discipline.Hypothesis;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.score.Score;

/**
 * A claim: a model with these features forecasts flares better than every reference, by a margin.
 *
 * @param scope {@code region} or {@code full-disk}
 * @param least class; flares of it and greater ones are forecast
 * @param day 1 for the day of issue, up to 3
 * @param recipe features
 * @param score BSS or TSS
 * @param margin by which the model is better
 */
record FlareClaim(String scope, FlareClass least, int day, String recipe, Score score, double margin) {
    static FlareClaim of(Hypothesis hypothesis) {
        JsonNode claim = hypothesis.claim();
        return new FlareClaim(
                claim.path("scope").asText(),
                FlareClass.valueOf(claim.path("least").asText()),
                claim.path("day").asInt(),
                claim.path("recipe").asText(),
                Score.valueOf(claim.path("score").asText()),
                claim.path("margin").asDouble());
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("scope", scope)
                .put("least", least.name())
                .put("day", day)
                .put("recipe", recipe)
                .put("score", score.name())
                .put("margin", margin);
    }

    String id() {
        return String.join("-", scope, least.name(), "day" + day, recipe, score.name(), Double.toString(margin))
                .toLowerCase(Locale.ROOT);
    }

    Hypothesis hypothesis() {
        String statement = String.format(
                Locale.ROOT,
                "For %s, the %s model forecasts flares of class %s or greater on day %d better than climatology, persistence"
                        + "%s, by at least %s in %s.",
                scope,
                recipe.toLowerCase(Locale.ROOT),
                least,
                day,
                scope.equals(FlareOptions.FULL_DISK) ? " and McIntosh-Poisson" : "",
                margin,
                score);
        return new Hypothesis(id(), statement, "systematic", json());
    }

    /** What the finding is about. */
    String subject() {
        return scope + " " + least + " day " + day + " " + recipe.toLowerCase(Locale.ROOT);
    }
}
