package org.novum.spectra.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.novum.api.discipline.Hypothesis;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/**
 * The claim of this discipline: an object is of a class at a redshift, within 100 km/s.
 *
 * @param object name of its file without folder and ending, with {@code #index} for an object beyond the first of a file
 * @param spectralClass it is claimed to be
 * @param redshift it is claimed to have
 */
public record Claim(String object, SpectralClass spectralClass, double redshift) {
    /** The claim that a hypothesis carries; its fields are those that {@link ClaimSpace} has checked. */
    public static Claim of(Hypothesis hypothesis) {
        return of(hypothesis.claim());
    }

    static Claim of(JsonNode json) {
        return new Claim(
                json.path("object").asText(),
                SpectralClass.valueOf(json.path("class").asText()),
                json.path("z").asDouble());
    }

    /** Whether another claim of the same object and class is within a velocity (km/s) of this one. */
    boolean means(Claim other, double tolerance) {
        return object.equals(other.object)
                && spectralClass == other.spectralClass
                && Math.abs(redshift - other.redshift) * LogGrid.LIGHT <= tolerance * (1 + redshift);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("object", object)
                .put("class", spectralClass.name())
                .put("z", redshift);
    }

    /** An id that different claims never share and equal claims always do. */
    String id() {
        return "redshift/" + URLEncoder.encode(object, StandardCharsets.UTF_8) + "/" + spectralClass + "/" + redshift;
    }

    Hypothesis hypothesis(double tolerance) {
        String statement = String.format(
                Locale.ROOT,
                "%s is a %s at z = %s, within %.0f km/s",
                object,
                spectralClass,
                Double.toString(redshift),
                tolerance);
        return new Hypothesis(id(), statement, "systematic", json());
    }
}
