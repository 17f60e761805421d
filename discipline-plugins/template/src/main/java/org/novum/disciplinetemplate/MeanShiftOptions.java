package org.novum.disciplinetemplate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.DisciplineCard.OptionCard;
import org.novum.api.study.Study;

/**
 * A study's options for this discipline.
 *
 * @param response column of the quantity whose means are compared
 * @param group text column that says which group a row belongs to
 * @param first the group whose mean is asked about
 * @param second the group it is compared with
 * @param key column that identifies a row, the same in every copy of the data
 * @param explorationFraction of the rows that choose the direction, in (0, 1)
 */
record MeanShiftOptions(
        String response, String group, String first, String second, String key, double explorationFraction) {
    static final List<OptionCard> CARDS = List.of(
            new OptionCard("response", "column of the quantity whose means are compared, in any unit; required"),
            new OptionCard("group", "text column that says which group a row belongs to; required"),
            new OptionCard("first", "the group whose mean is asked about; required"),
            new OptionCard("second", "the group it is compared with; required"),
            new OptionCard("key", "column that identifies a row, the same in every copy of the data; required"),
            new OptionCard("explorationFraction", "share of the rows that choose the direction, in (0, 1); 0.3 if left out"));

    /**
     * Reads them from a study.
     *
     * @throws NovumException with {@code CONFIGURATION} if an option is unknown, missing or cannot be
     */
    static MeanShiftOptions of(Study study) {
        List<String> known = CARDS.stream().map(OptionCard::name).toList();
        study.options().properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(study, name, "is unknown; the options are " + String.join(", ", known));
                });
        MeanShiftOptions options = new MeanShiftOptions(
                text(study, "response"),
                text(study, "group"),
                text(study, "first"),
                text(study, "second"),
                text(study, "key"),
                fraction(study));
        if (options.first.equals(options.second)) {
            throw wrong(study, "second", "is the same group as first; name two groups");
        }
        return options;
    }

    private static String text(Study study, String name) {
        JsonNode value = study.options().path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(study, name, "is " + (value.isMissingNode() ? "missing" : value) + "; give it a text");
        }
        return value.textValue();
    }

    private static double fraction(Study study) {
        JsonNode value = study.options().path("explorationFraction");
        if (value.isMissingNode()) {
            return 0.3;
        }
        if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() < 1)) {
            throw wrong(study, "explorationFraction", "is " + value + "; give it a number between 0 and 1");
        }
        return value.doubleValue();
    }

    private static NovumException wrong(Study study, String option, String problem) {
        return new NovumException(
                ExitCode.CONFIGURATION, "option " + option + " of study " + study.name() + " " + problem);
    }
}
