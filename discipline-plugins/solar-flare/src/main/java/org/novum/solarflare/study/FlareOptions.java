package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.DisciplineCard.OptionCard;
import org.novum.api.study.Study;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.region.RegionModel;
import org.novum.solarflare.region.RegionRecipes;
import org.novum.solarflare.score.Score;

/**
 * A study's options for this discipline.
 *
 * @param scope region or full-disk
 * @param classes least classes that are forecast
 * @param days days ahead
 * @param recipes features that are tried
 * @param score that is compared
 * @param margin by which models must be better
 * @param testFrom first date of the rows that confirm, yyyy-mm-dd
 */
public record FlareOptions(
        String scope,
        List<FlareClass> classes,
        List<Integer> days,
        List<String> recipes,
        Score score,
        double margin,
        String testFrom) {
    private static final String INSTRUMENT = "prefix";
    static final String REGION = "region";
    static final String FULL_DISK = "full-disk";
    static final String LAYERED = "LAYERED";

    /** What a study may say, with meanings. */
    public static final List<OptionCard> CARDS = List.of(
            new OptionCard("scope", "region, from magnetic parameters of patches; or full-disk, from sunspot groups and flares; required"),
            new OptionCard("testFrom", "first date of the rows that confirm, yyyy-mm-dd; all earlier rows train and validate; required"),
            new OptionCard("classes", "least classes that are forecast, of C, M, X; if left out all for region, M, X for full-disk"),
            new OptionCard("days", "days ahead for full-disk, of 1, 2, 3; all if left out"),
            new OptionCard("recipes", "features, models and calibrations that are tried for region, of SNAPSHOT, COMPACT, SPLINE, HISTORY, STACKED of the first three, FOREST, BOOSTED, each also with _PLATT or _ISOTONIC; SPLINE if left out"),
            new OptionCard("score", "BSS or TSS; BSS if left out"),
            new OptionCard("split", "chronological, the only one: rows of the same region at random on both sides would score memory"),
            new OptionCard("scales", "training, the only one: scales of test rows would tell the model about them"),
            new OptionCard("negatives", "all, the only one: quiet rows chosen by a feature make that feature forecast the choice"),
            new OptionCard("margin", "by how much of the score a model must be better than each reference; 0 if left out"));

    /**
     * Reads them from a study.
     *
     * @throws NovumException with {@code CONFIGURATION} if an option is unknown, missing or cannot be
     */
    public static FlareOptions of(Study study) {
        List<String> known = CARDS.stream().map(OptionCard::name).toList();
        study.options().properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(study, name, "is unknown; the options are " + String.join(", ", known));
                });
        String scope = text(study, "scope", "");
        if (!List.of(REGION, FULL_DISK).contains(scope)) {
            throw wrong(study, "scope", "is '" + scope + "'; write region or full-disk");
        }
        only(study, "split", "chronological", "neighbours in time and rows of one region on both sides score memory");
        only(study, "scales", "training", "scales of test rows tell the model about them");
        only(study, "negatives", "all", "quiet rows that a feature chooses make that feature forecast the choice");
        selection(study);
        boolean region = scope.equals(REGION);
        String testFrom = text(study, "testFrom", "");
        if (testFrom.length() != 10 || UtcTime.parse(testFrom).isEmpty()) {
            throw wrong(study, "testFrom", "is '" + testFrom + "'; write a date as yyyy-mm-dd");
        }
        List<FlareClass> usual = region ? RegionModel.CLASSES : DiskModel.CLASSES;
        List<FlareClass> possible = region ? RegionModel.CLASSES : DiskModel.CLAIMABLE;
        List<String> dayNumbers = region ? List.of("1") : List.of("1", "2", "3");
        List<String> recipes = region ? RegionRecipes.names() : List.of(LAYERED);
        return new FlareOptions(
                scope,
                texts(study, "classes", names(usual), names(possible)).stream().map(FlareClass::valueOf).toList(),
                texts(study, "days", dayNumbers, dayNumbers).stream().map(Integer::valueOf).toList(),
                texts(study, "recipes", region ? List.of("SPLINE") : recipes, recipes),
                score(study),
                margin(study),
                testFrom);
    }

    /** Rows may be chosen by instrument; chosen by a feature, a label or a random fold they would score the choice. */
    private static void selection(Study study) {
        study.data().select().keySet().stream()
                .filter(column -> !column.equals(INSTRUMENT))
                .findFirst()
                .ifPresent(column -> {
                    throw new NovumException(
                            ExitCode.CONFIGURATION,
                            "data.select of study " + study.name() + " chooses rows by " + column
                                    + "; rows that a feature, a label or a random fold chooses make forecasts of the choice:"
                                    + " select by " + INSTRUMENT + " alone");
                });
    }

    /** Traps are named, so that who falls into one is told why. */
    private static void only(Study study, String name, String value, String reason) {
        String word = text(study, name, value);
        if (!word.equals(value)) {
            throw wrong(study, name, "is " + word + "; " + reason + ": write " + value + " or leave it out");
        }
    }

    private static Score score(Study study) {
        String word = text(study, "score", Score.BSS.name());
        return Stream.of(Score.BSS, Score.TSS)
                .filter(score -> score.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(study, "score", "is " + word + "; write BSS or TSS"));
    }

    private static double margin(Study study) {
        JsonNode value = study.options().path("margin");
        if (value.isMissingNode()) {
            return 0;
        }
        if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() < 1)) {
            throw wrong(study, "margin", "is " + value + "; give it a number from 0 to below 1");
        }
        return value.doubleValue();
    }

    private static String text(Study study, String name, String otherwise) {
        JsonNode value = study.options().path(name);
        return value.isMissingNode() ? otherwise : value.asText();
    }

    private static List<String> texts(Study study, String name, List<String> otherwise, List<String> possible) {
        JsonNode value = study.options().path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        boolean doubled = texts.stream().distinct().count() < texts.size();
        if (!value.isArray() || texts.isEmpty() || doubled || !possible.containsAll(texts)) {
            throw wrong(study, name, "is " + value + "; give it a list of different values of " + possible);
        }
        return List.copyOf(texts);
    }

    private static List<String> names(List<FlareClass> classes) {
        return classes.stream().map(FlareClass::name).toList();
    }

    private static NovumException wrong(Study study, String option, String problem) {
        return new NovumException(
                ExitCode.CONFIGURATION, "option " + option + " of study " + study.name() + " " + problem);
    }
}
