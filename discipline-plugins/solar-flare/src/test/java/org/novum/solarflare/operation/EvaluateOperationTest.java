package org.novum.solarflare.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.DataException;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.ParameterBinder;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.SyntheticSun;
import org.novum.statistics.calibration.Proportion;

class EvaluateOperationTest {
    private static ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode().put("replicates", 25);
    }

    private static JsonNode evaluate(ObjectNode parameters, InMemoryTable... tables) {
        try (TestStepContext context = new TestStepContext(1)) {
            return ((OperationResult.Document) new EvaluateOperation()
                            .run(
                                    ParameterBinder.bind(EvaluateOperation.Input.class, parameters),
                                    InMemoryDataHandle.onAll(InMemoryDataset.of("sun", tables), context.allocator()),
                                    context))
                    .content();
        }
    }

    /** Recall never stands without the number of flares and what it bears out. */
    @Test
    void recallOfDaysComesWithTheNumberOfFlaresAndTheExactBound() {
        JsonNode document = evaluate(
                parameters().put("scope", "full-disk"), SyntheticSun.groups(80, 6), SyntheticSun.flares(80, 400, 7));
        assertThat(document.path("covered").path("first").asText()).isEqualTo("2013-12-20");
        for (String name : new String[] {"M day 1", "X day 1", "X day 2", "X day 3"}) {
            JsonNode card = document.path("classes").path(name);
            JsonNode flares = card.path("flares");
            int days = flares.path("number").asInt();
            int caught = flares.path("caught").asInt();
            assertThat(days).as(name).isEqualTo(card.path("events").asInt()).isPositive();
            assertThat(flares.path("flares").asInt()).as(name).isGreaterThanOrEqualTo(days);
            assertThat(card.path("scores").path("novum").path("recall").path("value").asDouble())
                    .as(name)
                    .isEqualTo((double) caught / days);
            assertThat(flares.path("lowerBound95").asDouble()).isEqualTo(new Proportion(caught, days).lowerBound(0.95));
        }
    }

    @Test
    void aTableWithoutLabelsIsNotScored() {
        InMemoryTable patches = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 60, 3);
        String[] empty = new String[patches.rows()];
        java.util.Arrays.fill(empty, "");
        assertThatThrownBy(() -> evaluate(parameters(), patches.without("flares").texts("flares", empty)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("column flares");
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 100_001, 2_000_000_000})
    void replicatesHaveBounds(int replicates) {
        assertThatThrownBy(() -> evaluate(
                        parameters().put("replicates", replicates), SyntheticSun.patches(SyntheticSun.Law.PLANTED, 60, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("replicates is " + replicates);
    }
}
