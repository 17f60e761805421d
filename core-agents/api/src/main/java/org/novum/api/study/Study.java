package org.novum.api.study;

import com.fasterxml.jackson.databind.JsonNode;
import org.novum.api.data.DataSource;

/**
 * A study: the question, the data and the rules of a research run, as a scientist writes it in YAML.
 *
 * @param name of the study, for reports
 * @param question it asks, in one sentence
 * @param experiment whose error ledger pays for its tests
 * @param discipline that answers it
 * @param data it is asked of
 * @param options of the discipline, an object
 * @param budget of error and rounds
 */
public record Study(
        String name,
        String question,
        String experiment,
        String discipline,
        DataSource data,
        JsonNode options,
        Budget budget) {}
