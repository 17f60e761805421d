package org.novum.solarflare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.ParameterBinder;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.operation.ForecastOperation;

/** Forecasts know nothing of what comes later: cutting every input at any issue time leaves all earlier ones as they were. */
class CausalForecastTest {
    private static final int CUTS = 25;

    @Test
    void regionsAreForecastFromWhatWasKnown() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 60, 3);
        Map<String, String> whole = forecasts(ObjectNodes.empty(), 3, table);
        assertThat(whole).hasSize(table.rows());
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < CUTS; i++) {
            String cut = text(table, "t_end", random.nextInt(table.rows()));
            InMemoryTable before = table.where(row -> text(table, "t_end", row).compareTo(cut) <= 0);
            Map<String, String> part = forecasts(ObjectNodes.empty(), 3, before);
            assertThat(part).as("seed 31, cut at " + cut).hasSize(before.rows());
            part.forEach((key, values) -> assertThat(values).as(key + ", seed 31, cut at " + cut).isEqualTo(whole.get(key)));
        }
    }

    @Test
    void labelsAreNeverRead() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 20, 4);
        String[] garbage = new String[table.rows()];
        java.util.Arrays.fill(garbage, "not a flare");
        Map<String, String> expected = forecasts(ObjectNodes.empty(), 3, table);
        assertThat(forecasts(ObjectNodes.empty(), 3, table.without("flares"))).isEqualTo(expected);
        assertThat(forecasts(ObjectNodes.empty(), 3, table.without("flares").texts("flares", garbage))).isEqualTo(expected);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 30, 5);
        assertThat(forecasts(ObjectNodes.empty(), 3, table.permuted(9)))
                .isEqualTo(forecasts(ObjectNodes.empty(), 3, table));
    }

    @Test
    void theDiskIsForecastFromWhatWasKnownAtHalfPastMidnight() {
        InMemoryTable groups = SyntheticSun.groups(80, 6);
        InMemoryTable flares = SyntheticSun.flares(80, 400, 7);
        ObjectNode scope = ObjectNodes.empty().put("scope", "full-disk");
        Map<String, String> whole = forecasts(scope, 1, groups, flares);
        assertThat(whole).as("spotless days included").hasSize(80);
        SplittableRandom random = new SplittableRandom(32);
        for (int i = 0; i < CUTS; i++) {
            String cut = text(groups, "AR issue_date", random.nextInt(groups.rows()));
            String second = cut + ":00";
            Map<String, String> part = forecasts(
                    scope,
                    1,
                    groups.where(row -> text(groups, "AR issue_date", row).compareTo(cut) <= 0),
                    flares.where(row -> text(flares, "end_time", row).compareTo(second) < 0));
            assertThat(part).as("seed 32, cut at " + cut).containsKey(cut.substring(0, 10));
            part.forEach((key, values) -> assertThat(values).as(key + ", seed 32, cut at " + cut).isEqualTo(whole.get(key)));
        }
    }

    /** Called at 00:30 of a morning without a group, with what is known then. */
    @Test
    void aSpotlessMorningHasItsForecast() {
        InMemoryTable groups = SyntheticSun.groups(80, 6);
        InMemoryTable flares = SyntheticSun.flares(80, 400, 7);
        ObjectNode scope = ObjectNodes.empty().put("scope", "full-disk");
        Map<String, String> whole = forecasts(scope, 1, groups, flares);
        String spotless = "2014-01-04";
        assertThat(java.util.stream.IntStream.range(0, groups.rows()).mapToObj(row -> text(groups, "AR issue_date", row)))
                .noneMatch(day -> day.startsWith(spotless));
        Map<String, String> morning = forecasts(
                scope.deepCopy().put("from", spotless).put("until", "2014-01-05"),
                1,
                groups.where(row -> text(groups, "AR issue_date", row).compareTo(spotless) < 0),
                flares.where(row -> text(flares, "end_time", row).compareTo(spotless + " 00:30:00") < 0));
        assertThat(morning).containsOnlyKeys(spotless);
        assertThat(morning.get(spotless)).isEqualTo(whole.get(spotless));
    }

    @Test
    void sameDayFlareCountsOfTheGroupsAreNeverRead() {
        InMemoryTable groups = SyntheticSun.groups(40, 6);
        InMemoryTable flares = SyntheticSun.flares(40, 100, 7);
        ObjectNode scope = ObjectNodes.empty().put("scope", "full-disk");
        assertThat(forecasts(scope, 1, groups.without("M+"), flares)).isEqualTo(forecasts(scope, 1, groups, flares));
    }

    /** Rows of the result, as text, by their first columns. */
    private static Map<String, String> forecasts(ObjectNode parameters, int keys, InMemoryTable... tables) {
        try (TestStepContext context = new TestStepContext(2)) {
            ForecastOperation operation = new ForecastOperation();
            OperationResult.Table result = (OperationResult.Table) operation.run(
                    ParameterBinder.bind(ForecastOperation.Input.class, parameters),
                    InMemoryDataHandle.onAll(InMemoryDataset.of("sun", tables), context.allocator()),
                    context);
            Map<String, String> rows = new TreeMap<>();
            for (List<Object> row : result.rows()) {
                rows.put(row.subList(0, keys).toString(), row.subList(keys, row.size()).toString());
            }
            Map<String, String> plain = new TreeMap<>();
            rows.forEach((key, value) -> plain.put(keys == 1 ? key.substring(1, 11) : key, value));
            return plain;
        }
    }

    private static String text(InMemoryTable table, String column, int row) {
        return table.column(column).value(row).toString();
    }

    /** Parameters. */
    private static final class ObjectNodes {
        static ObjectNode empty() {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
