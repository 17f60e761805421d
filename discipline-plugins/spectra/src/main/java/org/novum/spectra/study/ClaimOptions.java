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
 * @param claims that are asked, in order; none if they are proposed from the data
 * @param tolerance of their redshifts as a velocity, km/s
 * @param split that the study asks for, if it does
 */
public record ClaimOptions(List<Claim> claims, double tolerance, Optional<ClaimSplit> split) {
    /** What a study may set. */
    public static final List<OptionCard> CARDS = List.of(
            new OptionCard(
                    "claims",
                    "list of claims, each with object (name of the file without ending), class (GALAXY, QSO or STAR) and z;"
                            + " or survey: what a table among the data, with the columns file, class and z, says of the"
                            + " objects, and rivals that are found in the wavelength blocks of exploration; required"),
            new OptionCard(
                    "tolerance",
                    "velocity in km/s within which a claimed redshift is meant, from 100 to 3000; 100 if left out"),
            new OptionCard(
                    "split",
                    "exposures: exposures of even number are explored and those of odd number confirm, of data named as"
                            + " FILE#exposures; wavelength: blocks of wavelengths; if left out, exposures where all spectra are"
                            + " exposures of files that have two or more, and otherwise wavelength"));

    private static final String SURVEY = "survey";
    private static final double USUAL_TOLERANCE = 100;

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
                .filter(name -> CARDS.stream().noneMatch(card -> card.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(study, name, "is unknown; the options are claims, tolerance and split");
                });
        double tolerance = tolerance(study);
        Optional<ClaimSplit> split = split(study);
        JsonNode list = study.options().path("claims");
        if (SURVEY.equals(list.asText())) {
            return new ClaimOptions(List.of(), tolerance, split);
        }
        if (!list.isArray() || list.isEmpty()) {
            throw wrong(study, "claims", "is missing or empty; list at least one claim, or write survey");
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
        return new ClaimOptions(claims, tolerance, split);
    }

    private static Optional<ClaimSplit> split(Study study) {
        JsonNode given = study.options().path(ClaimSplit.FIELD);
        Optional<ClaimSplit> split = ClaimSplit.named(given.asText());
        if (!given.isMissingNode() && split.isEmpty()) {
            throw wrong(study, ClaimSplit.FIELD, "is " + given + "; write exposures or wavelength");
        }
        return split;
    }

    private static double tolerance(Study study) {
        JsonNode given = study.options().path("tolerance");
        if (given.isMissingNode()) {
            return USUAL_TOLERANCE;
        }
        if (!given.isNumber() || !(given.asDouble() >= 100 && given.asDouble() <= 3000)) {
            throw wrong(study, "tolerance", "is " + given + "; give a velocity from 100 to 3000 km/s");
        }
        return given.asDouble();
    }

    /** Whether the claims are proposed from the data. */
    public boolean proposesFromData() {
        return claims.isEmpty();
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
