package org.novum.pluginsdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Study;
import org.novum.pluginsdk.fake.InMemoryDataset;

/** What a discipline's author supplies to its contract. */
public interface DisciplineFixture {
    /** A new instance of the discipline. */
    Discipline discipline();

    /** A study as a scientist would write it, whose options fit {@link #planted()} and {@link #nullData(long)}. */
    Study study();

    /** Data with an effect so strong that the test must see it (p at most 0.001). */
    InMemoryDataset planted();

    /** Data of the same layout in which every hypothesis is false, drawn from the seed; small enough for hundreds. */
    InMemoryDataset nullData(long seed);

    /** Columns without which the discipline cannot work; leaving one out must fail with a message that names it. */
    List<String> requiredColumns();

    /** Claims that do not belong to the space of the study on the planted data, each for another reason. */
    List<Hypothesis> foreignHypotheses();

    /** Options of a study that are wrong, each for another reason; at least one if the card lists options. */
    List<JsonNode> wrongOptions();

    /** At least one call of each operation that works on the planted data. */
    List<OperationCall> operationCalls();

    /** What the order of rows does to the outcomes. */
    default RowOrder rowOrder() {
        return RowOrder.IRRELEVANT;
    }

    /** How many null datasets are tested. */
    default int nullDatasets() {
        return 200;
    }

    /** After how many rounds the space must have stopped proposing. */
    default int maximalRounds() {
        return 20;
    }

    /** What the order of rows does to the outcomes of a test. */
    enum RowOrder {
        /** Nothing: the outcomes are the same bit for bit. */
        IRRELEVANT,
        /** Floating-point rounding: log10 p agrees within 1e-9 of its size. */
        ROUNDS_DIFFERENTLY,
        /** The order carries meaning, as in a time series. */
        MEANINGFUL
    }

    /**
     * A call of an operation.
     *
     * @param operation its name
     * @param parameters an object that fits its schema
     */
    record OperationCall(String operation, JsonNode parameters) {}
}
