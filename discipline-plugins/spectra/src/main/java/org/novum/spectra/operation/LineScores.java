package org.novum.spectra.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.novum.api.discipline.StepContext;
import org.novum.spectra.line.LineFit;
import org.novum.spectra.line.MeasuredLine;
import org.novum.spectra.line.StellarLight;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.SurveyLine;

/**
 * Compares emission lines, measured at the known redshift, with those of a survey.
 *
 * <p>A line that the survey has at {@link #SURE} standard deviations is to be found at {@link #FOUND}; a line found that the
 * survey has below {@link #DOUBTED} is false, or the survey's own fit has failed: errors of more than five times ours, or a
 * width beyond 10,000 km/s, say little of a line.
 */
final class LineScores {
    private static final double SURE = 5;
    private static final double FOUND = LinesOperation.USUAL_SIGNIFICANCE;
    private static final double DOUBTED = 3;
    private static final double WORSE = 5;
    private static final double WIDEST = 10_000;
    private static final int LISTED = 40;

    private final Map<String, List<SurveyLine>> survey;
    private final Function<Samples.Known, StellarLight> stars;
    private final StepContext context;

    LineScores(Map<String, List<SurveyLine>> survey, Function<Samples.Known, StellarLight> stars, StepContext context) {
        this.survey = survey;
        this.stars = stars;
        this.context = context;
    }

    /** One line of both. */
    private record Pair(Samples.Known known, MeasuredLine ours, SurveyLine theirs) {
        boolean found() {
            return ours.significance() >= FOUND;
        }

        boolean doubted() {
            return theirs.significance() < DOUBTED;
        }

        boolean usable() {
            return theirs.error() <= WORSE * ours.fluxError() && theirs.width() < WIDEST;
        }
    }

    ObjectNode json(List<Samples.Known> known) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (SpectralClass one : List.of(SpectralClass.GALAXY, SpectralClass.QSO)) {
            List<Samples.Known> objects = known.stream()
                    .filter(object -> object.truth().warning() == 0 && object.truth().spectralClass() == one)
                    .filter(object -> survey.containsKey(object.truth().name()))
                    .toList();
            List<Pair> pairs = new ArrayList<>();
            context.map(objects, this::pairs).forEach(pairs::addAll);
            json.set(one.name(), json(objects.size(), pairs));
        }
        return json;
    }

    private List<Pair> pairs(Samples.Known object) {
        List<Pair> pairs = new ArrayList<>();
        List<SurveyLine> theirs = survey.getOrDefault(object.truth().name(), List.of());
        LineFit fit = new LineFit(object.spectrum(), object.truth().redshift(), stars.apply(object));
        for (MeasuredLine ours : fit.lines()) {
            theirs.stream()
                    .filter(line -> line.name().equals(ours.line().label()) && line.error() > 0)
                    .findFirst()
                    .ifPresent(line -> pairs.add(new Pair(object, ours, line)));
        }
        return pairs;
    }

    private static ObjectNode json(int objects, List<Pair> pairs) {
        List<Pair> sure = pairs.stream().filter(pair -> pair.theirs().significance() > SURE).toList();
        List<Pair> found = pairs.stream().filter(Pair::found).toList();
        List<Pair> doubted = found.stream().filter(Pair::doubted).toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("spectra", objects)
                .put("surveyAbove5", sure.size())
                .put("ofTheseFound", sure.stream().filter(Pair::found).count())
                .put("found", found.size())
                .put("ofTheseBelow3InSurvey", doubted.size())
                .put("foundWhereSurveyIsUsable", found.stream().filter(Pair::usable).count())
                .put("ofTheseBelow3", doubted.stream().filter(Pair::usable).count());
        list(json, "strongestBelow3InSurvey", doubted, Comparator.comparingDouble(pair -> -pair.ours().significance()));
        list(
                json,
                "strongestMissed",
                sure.stream().filter(pair -> !pair.found()).toList(),
                Comparator.comparingDouble(pair -> -pair.theirs().significance()));
        return json;
    }

    private static void list(ObjectNode json, String name, List<Pair> pairs, Comparator<Pair> order) {
        pairs.stream().sorted(order).limit(LISTED).forEach(pair -> json.withArray(name)
                .addObject()
                .put("file", pair.known().truth().name())
                .put("line", pair.ours().line().label())
                .put("observed", pair.ours().observed())
                .put("flux", pair.ours().flux())
                .put("fluxError", pair.ours().fluxError())
                .put("sigma", pair.ours().width())
                .put("surveyFlux", pair.theirs().area())
                .put("surveyFluxError", pair.theirs().error())
                .put("surveySigma", pair.theirs().width()));
    }
}
