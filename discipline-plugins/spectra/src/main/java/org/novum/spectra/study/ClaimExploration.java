package org.novum.spectra.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.Exposures;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.template.TemplateFile;

/**
 * Proposes claims from the wavelength blocks or exposures of exploration: what the survey says of each object, and, where the
 * engine sees something else in these, the engine's best candidates as rivals.
 *
 * @param claims object by object by name, the survey's first
 */
public record ClaimExploration(List<Claim> claims) {
    private static final double ROUNDING = 1e5;

    /** Copies the list. */
    public ClaimExploration {
        claims = List.copyOf(claims);
    }

    /** What the journal keeps. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("claims");
        claims.forEach(claim -> list.add(claim.json()));
        return json;
    }

    static ClaimExploration of(JsonNode json) {
        List<Claim> claims = new ArrayList<>();
        json.path("claims").forEach(claim -> claims.add(Claim.of(claim)));
        return new ClaimExploration(claims);
    }

    /** Explores the rows, of which only the exploration blocks or exposures are known. */
    public static ClaimExploration of(DataHandle exploration, ClaimOptions options, StepContext context) {
        Map<String, Claim> survey = SurveyTable.claims(exploration);
        RedshiftPipeline pipeline = new RedshiftPipeline(TemplateFile.shipped());
        List<Claim> claims = new ArrayList<>();
        ClaimSplit split = ClaimSplit.of(options, exploration.card());
        Exposures.forEachObject(exploration, batch -> {
            List<Optional<Redshift>> answers = context.map(batch, raw -> raw.problem() == null
                    ? Optional.of(pipeline.redshift(split.explored(raw)))
                    : Optional.<Redshift>empty());
            for (int i = 0; i < batch.size(); i++) {
                claims.addAll(claims(batch.get(i), survey, answers.get(i), options));
            }
        });
        // In the order of the objects' names, whatever the order of the rows.
        return new ClaimExploration(
                claims.stream().distinct().sorted(Comparator.comparing(Claim::object)).toList());
    }

    private static List<Claim> claims(
            RawSpectrum raw, Map<String, Claim> survey, Optional<Redshift> answer, ClaimOptions options) {
        String object = ClaimTest.name(raw);
        Map<String, Claim> claims = new LinkedHashMap<>();
        Optional.ofNullable(survey.get(object)).ifPresent(claim -> claims.put(claim.id(), claim));
        answer.ifPresent(redshift -> rivals(redshift)
                .map(candidate -> new Claim(
                        object,
                        candidate.spectralClass(),
                        Math.rint(candidate.redshift() * ROUNDING) / ROUNDING))
                .filter(claim -> inRange(claim)
                        && claims.values().stream().noneMatch(known -> known.means(claim, options.tolerance())))
                .forEach(claim -> claims.put(claim.id(), claim)));
        return List.copyOf(claims.values());
    }

    /** The best candidate, and the next one where the engine is not sure. */
    private static Stream<Candidate> rivals(Redshift redshift) {
        boolean sure = redshift.warnings().isEmpty();
        return Stream.concat(redshift.best().stream(), sure ? Stream.of() : redshift.runnerUp().stream());
    }

    private static boolean inRange(Claim claim) {
        return ClaimOptions.problem(claim.json()).isEmpty();
    }
}
