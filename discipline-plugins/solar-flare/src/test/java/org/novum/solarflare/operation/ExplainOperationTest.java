package org.novum.solarflare.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.ParameterBinder;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.SyntheticSun;

/** What features add makes the forecast. */
class ExplainOperationTest {
    private static <I extends Record> List<List<Object>> rows(Operation<I> operation, ObjectNode parameters) {
        try (TestStepContext context = new TestStepContext(1)) {
            return ((OperationResult.Table) operation.run(
                            ParameterBinder.bind(operation.input(), parameters.put("scope", "full-disk")),
                            InMemoryDataHandle.onAll(
                                    InMemoryDataset.of("sun", SyntheticSun.groups(60, 6), SyntheticSun.flares(60, 300, 7)),
                                    context.allocator()),
                            context))
                    .rows();
        }
    }

    private static ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void partsOfTheDiskAddUpToTheForecast() {
        List<List<Object>> forecast = rows(new ForecastOperation(), parameters());
        for (int day = 1; day <= 3; day++) {
            List<List<Object>> explained = rows(new ExplainOperation(), parameters().put("day", day).put("least", "M"));
            assertThat(explained).hasSameSizeAs(forecast);
            for (int row = 0; row < explained.size(); row++) {
                List<Object> parts = explained.get(row);
                double odds = parts.subList(1, parts.size() - 1).stream().mapToDouble(part -> (double) part).sum();
                assertThat(parts.getFirst()).isEqualTo(forecast.get(row).getFirst());
                assertThat(parts.getLast()).isEqualTo(forecast.get(row).get(day));
                assertThat((double) parts.getLast()).isCloseTo(1 / (1 + Math.exp(-odds)), within(1e-9));
            }
        }
    }

    @Test
    void whatIsNotForecastIsNotExplained() {
        assertThatThrownBy(() -> rows(new ExplainOperation(), parameters().put("least", "C")))
                .hasMessageContaining("least is C");
        assertThatThrownBy(() -> rows(new ExplainOperation(), parameters().put("day", 4)))
                .hasMessageContaining("day is 4");
    }
}
