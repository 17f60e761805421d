package org.novum.api.discipline;

import java.util.List;

/**
 * What a discipline is.
 *
 * @param name unique, lower case with hyphens
 * @param version of the discipline's code; a registration names it
 * @param summary one sentence
 * @param optionsSchema names and meanings of the options a study may set
 * @param citations the methods' publications, one per line of the report
 */
public record DisciplineCard(
        String name, String version, String summary, List<OptionCard> optionsSchema, List<String> citations) {
    /** Copies the lists. */
    public DisciplineCard {
        optionsSchema = List.copyOf(optionsSchema);
        citations = List.copyOf(citations);
    }

    /**
     * One option of a study.
     *
     * @param name of the option
     * @param meaning with unit and default
     */
    public record OptionCard(String name, String meaning) {}
}
