package org.novum.solarflare.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.SyntheticSun;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.learn.LearnException;
import org.novum.solarflare.model.ModelFile;
import org.novum.solarflare.score.Score;

class RegionTrainerTest {
    private static final long CUT = UtcTime.parse("2014-06-01").orElseThrow();

    @ParameterizedTest
    @EnumSource(RegionRecipe.class)
    void everyRecipeFindsThePlantedLaw(RegionRecipe recipe) {
        RegionTrainer.Trained trained = train(SyntheticSun.patches(SyntheticSun.Law.PLANTED, 160, 1), recipe, CUT, 2);
        assertThat(Score.AUC.of(trained.samples().get(1))).isGreaterThan(0.9);
        assertThat(Score.BSS.of(trained.samples().get(1))).isGreaterThan(0.4);
    }

    @Test
    void aStackIsNotMuchWorseThanItsBestMember() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 300, 2);
        double stacked = Score.BSS.of(train(table, RegionRecipe.STACKED, CUT, 1).samples().get(1));
        double best = RegionRecipe.STACKED.members().stream()
                .mapToDouble(recipe -> Score.BSS.of(train(table, recipe, CUT, 1).samples().get(1)))
                .max()
                .orElseThrow();
        assertThat(stacked).isGreaterThan(best - 0.02);
    }

    @Test
    void threadsAndLaterRowsChangeNoBit() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 200, 3);
        InMemoryTable before = table.where(row -> table.column("t_end").value(row).toString().compareTo("2014-06-01") < 0);
        String expected = json(train(table, RegionRecipe.COMPACT, CUT, 1));
        assertThat(json(train(table, RegionRecipe.COMPACT, CUT, 4))).isEqualTo(expected);
        assertThat(json(train(before, RegionRecipe.COMPACT, CUT, 1))).isEqualTo(expected);
    }

    @Test
    void patchesOfTheFortnightBeforeTheCutAreLeftOut() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 200, 4);
        RegionTrainer.Trained trained = train(table, RegionRecipe.SNAPSHOT, CUT, 1);
        assertThat(Arrays.stream(trained.trained())
                        .mapToObj(row -> table.column("t_end").value(row).toString()))
                .allMatch(time -> time.compareTo("2014-05-18 00:00:01") < 0)
                .anyMatch(time -> time.compareTo("2014-05-10") > 0);
    }

    @Test
    void aModelSurvivesItsFile() throws IOException {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 100, 5);
        RegionTrainer.Trained trained = train(table, RegionRecipe.SPLINE, CUT, 1);
        RegionModel read = ModelFile.region(new ObjectMapper().readTree(json(trained)));
        try (TestStepContext context = new TestStepContext(1)) {
            PatchRows rows = rows(table, context);
            assertThat(RegionForecast.of(rows, List.of(read)).probability())
                    .isDeepEqualTo(RegionForecast.of(rows, List.of(trained.model())).probability());
        }
    }

    @Test
    void withoutEarlierRowsThereIsNothingToTrainOn() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 50, 6);
        assertThatThrownBy(() -> train(table, RegionRecipe.SNAPSHOT, 0, 1))
                .isInstanceOf(LearnException.class)
                .hasMessageContaining("no row lies before 1970-01-01");
    }

    private static String json(RegionTrainer.Trained trained) {
        return ModelFile.of(trained.model(), JsonNodeFactory.instance.objectNode()).toString();
    }

    private static RegionTrainer.Trained train(InMemoryTable table, RegionRecipe recipe, long cut, int threads) {
        try (TestStepContext context = new TestStepContext(threads)) {
            InMemoryDataHandle handle = InMemoryDataHandle.onAll(InMemoryDataset.of("sun", table), context.allocator());
            return new RegionTrainer(PatchRows.read(handle, Long.MAX_VALUE), PatchRows.labels(handle))
                    .train(cut, new RegionTrainer.Recipes(recipe, recipe, recipe), context);
        }
    }

    private static PatchRows rows(InMemoryTable table, TestStepContext context) {
        return PatchRows.read(
                InMemoryDataHandle.onAll(InMemoryDataset.of("sun", table), context.allocator()), Long.MAX_VALUE);
    }
}
