package org.novum.spectra.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.DisciplineCard.OptionCard;
import org.novum.api.study.Study;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/**
 * A study's options for this discipline.
 *
 * @param claims that are asked, in order
 */
public record ClaimOptions(List<Claim> claims) {
    /** What a study may set. */
    public static final List<OptionCard> CARDS = List.of(new OptionCard(
            "claims",
            "list of claims, each with object (name of the file without ending), class (GALAXY, QSO or STAR) and z;"
                    + " required"));

    private static final List<String> FIELDS = List.of("object", "class", "z");

    /** Copies the list. */
    public ClaimOptions {
        claims = List.copyOf(claims);
    }

    /**
     * Reads them from a study.
     *
     * @throws NovumException with {@code CONFIGURATION} if an option is unknown, missing or cannot be
     */
    public static ClaimOptions of(Study study) {
        study.options().properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("claims"))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(study, name, "is unknown; the only option is claims");
                });
        JsonNode list = study.options().path("claims");
        if (!list.isArray() || list.isEmpty()) {
            throw wrong(study, "claims", "is missing or empty; list at least one claim");
        }
        List<Claim> claims = new ArrayList<>();
        for (JsonNode json : list) {
            problem(json).ifPresent(problem -> {
                throw wrong(study, "claims", "has the claim " + json + ", whose " + problem);
            });
            claims.add(Claim.of(json));
        }
        if (claims.stream().distinct().count() < claims.size()) {
            throw wrong(study, "claims", "states a claim twice; leave one out");
        }
        return new ClaimOptions(claims);
    }

    /** What is wrong with a claim, and what to do. */
    static Optional<String> problem(JsonNode json) {
        if (!json.isObject() || json.size() != FIELDS.size() || !FIELDS.stream().allMatch(json::has)) {
            return Optional.of("fields are not " + String.join(", ", FIELDS) + "; give these and no others");
        }
        if (!json.path("object").isTextual() || json.path("object").asText().isBlank()) {
            return Optional.of("object is no text; give the name of its file");
        }
        if (Arrays.stream(SpectralClass.values()).noneMatch(one -> one.name().equals(json.path("class").asText()))) {
            return Optional.of("class is not GALAXY, QSO or STAR; give one of these");
        }
        SpectralClass spectralClass = SpectralClass.valueOf(json.path("class").asText());
        double shift = json.path("z").isNumber() ? LogGrid.shift(json.path("z").asDouble()) : Double.NaN;
        if (!(shift >= spectralClass.firstShift() && shift <= spectralClass.lastShift())) {
            return Optional.of("z is not in the range of the class; give a redshift from "
                    + (float) LogGrid.redshift(spectralClass.firstShift()) + " to "
                    + (float) LogGrid.redshift(spectralClass.lastShift()));
        }
        return Optional.empty();
    }

    private static NovumException wrong(Study study, String option, String problem) {
        return new NovumException(
                ExitCode.CONFIGURATION, "option " + option + " of study " + study.name() + " " + problem);
    }
}
