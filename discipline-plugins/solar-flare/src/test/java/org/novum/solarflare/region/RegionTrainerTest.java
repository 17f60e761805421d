package org.novum.solarflare.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.SyntheticSun;
import org.novum.solarflare.input.Order;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.SolarFlareException;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.learn.LearnException;
import org.novum.solarflare.model.ModelCard;
import org.novum.solarflare.model.ModelFile;
import org.novum.solarflare.score.Episodes;
import org.novum.solarflare.score.Score;

class RegionTrainerTest {
    private static final long CUT = UtcTime.parse("2014-06-01").orElseThrow();

    private static double calibrationError(RegionTrainer.Trained trained) {
        return Score.ECE.of(trained.samples().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SNAPSHOT_PLATT", "SNAPSHOT_ISOTONIC"})
    void aCalibratedModelSurvivesItsFileAndKeepsTheOrderOfRows(String name) throws IOException {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 160, 7);
        RegionTrainer.Trained plain = train(table, RegionRecipe.SNAPSHOT, CUT, 1);
        RegionTrainer.Trained calibrated = train(table, RegionRecipes.named(name), CUT, 1);
        assertThat(calibrated.model().classes()).allMatch(member -> member.calibration().isPresent());
        assertThat(calibrationError(calibrated)).isLessThanOrEqualTo(calibrationError(plain) + 0.005);
        RegionModel read = ModelFile.region(new ObjectMapper().readTree(json(calibrated)));
        try (TestStepContext context = new TestStepContext(1)) {
            PatchRows rows = rows(table, context);
            double[] before = RegionForecast.of(rows, List.of(plain.model())).probability()[0];
            double[] after = RegionForecast.of(rows, List.of(read)).probability()[0];
            assertThat(after)
                    .containsExactly(RegionForecast.of(rows, List.of(calibrated.model())).probability()[0]);
            for (int row = 1; row < before.length; row++) {
                assertThat((after[row] - after[row - 1]) * (before[row] - before[row - 1])).isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void namesOfRecipesAreWhatCanBeNamed() {
        assertThat(RegionRecipes.names()).contains("SPLINE", "HISTORY_PLATT", "STACKED_ISOTONIC").doesNotHaveDuplicates();
        assertThat(RegionRecipes.names()).allSatisfy(name -> assertThat(RegionRecipes.named(name)).isNotNull());
        assertThatThrownBy(() -> RegionRecipes.named("SPLINE_BETA")).hasMessageContaining("SPLINE_BETA");
    }

    /** Features of a patch's history know nothing of later rows, and hold what they say. */
    @Test
    void earlierFlaresAreThoseOfEarlierDays() {
        String[] time = {"2013-01-01 00:00:00", "2013-01-01 23:00:00", "2013-01-02 23:30:00", "2013-01-03 23:00:00"};
        double[] index = {9, 0, 3, 0};
        PatchFeatures features = features(time, index);
        // One day before the third row the newest index is 0; before the last row there is none near one day, and 0 two days.
        assertThat(features.logEarlier()[0]).isZero();
        assertThat(features.logEarlier()[1]).isZero();
        assertThat(features.logEarlier()[2]).isZero();
        assertThat(features.logEarlier()[3]).isZero();
        assertThat(features.logGreatest()).containsExactly(1, 1, 1, 1);
        double[] other = {9, 99, 3, 0};
        assertThat(features(time, other).logEarlier()[2]).isCloseTo(Math.log10(1 + 0.6 * 99), within(1e-12));
        assertThat(features(time, other).logEarlier()[3]).isCloseTo(Math.log10(1 + 0.36 * 99), within(1e-12));
        assertThat(features(time, other).logGreatest()[0]).isCloseTo(1, within(1e-12));
    }

    private static PatchFeatures features(String[] time, double[] index) {
        int rows = time.length;
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        String[] prefix = new String[rows];
        Arrays.fill(prefix, "HARP");
        InMemoryTable table = InMemoryTable.named("sharp")
                .texts("prefix", prefix)
                .wholes("arpnum", Unit.ONE, new long[] {7, 7, 7, 7})
                .texts("t_end", time)
                .reals("FLARE_INDEX", Unit.ONE, index)
                .reals("AREA", Unit.ONE, ones)
                .reals("USFLUX", Unit.ONE, ones)
                .reals("MEANGBZ", Unit.ONE, ones)
                .reals("R_VALUE", Unit.ONE, ones);
        try (TestStepContext context = new TestStepContext(1)) {
            return PatchFeatures.of(rows(table, context));
        }
    }

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
    void theOrderOfRowsChangesNoBit() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 120, 8);
        assertThat(json(train(table.permuted(5), RegionRecipe.COMPACT, CUT, 1)))
                .isEqualTo(json(train(table, RegionRecipe.COMPACT, CUT, 1)));
    }

    /** No patch that trains was seen within a fortnight of one that is forecast: no region stands on both sides. */
    @Test
    void stretchesAreAFortnightApart() {
        try (TestStepContext context = new TestStepContext(1)) {
            PatchRows rows = rows(SyntheticSun.patches(SyntheticSun.Law.PLANTED, 200, 9), context);
            int[] all = Order.of(rows.patch(), rows.time());
            Stretches stretches = Stretches.of(rows, all, 6);
            int trained = 0;
            for (int fold = 0; fold < 6; fold++) {
                int[] inside = stretches.inside(fold);
                int[] outside = stretches.outside(fold);
                trained += outside.length;
                for (int i : outside) {
                    assertThat(stretches.fold()[i]).isNotEqualTo(fold);
                    long nearest = Arrays.stream(inside)
                            .mapToLong(j -> Math.abs(rows.time()[all[i]] - rows.time()[all[j]]))
                            .min()
                            .orElseThrow();
                    assertThat(nearest).isGreaterThan(14 * UtcTime.DAY);
                }
            }
            // Of 730 days each stretch leaves out its own 122 and at most a fortnight and a patch's life on either side.
            assertThat(trained / 6.0 / all.length).isBetween(0.75, 0.83);
        }
    }

    @Test
    void aChangedModelFileIsRefused() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 100, 5);
        RegionTrainer.Trained trained = train(table, RegionRecipe.SNAPSHOT, CUT, 1);
        ObjectNode file = ModelFile.of(trained.model(), JsonNodeFactory.instance.objectNode());
        assertThat(ModelFile.region(file).cut()).isEqualTo(CUT);
        for (String date : List.of("2013-01-01", "2015-01-01")) {
            assertThatThrownBy(() -> ModelFile.region(file.deepCopy().put("trainedBefore", date)))
                    .isInstanceOf(SolarFlareException.class)
                    .hasMessageContaining("digest is not that of its content");
        }
        ObjectNode without = file.deepCopy();
        without.remove("digest");
        assertThatThrownBy(() -> ModelFile.region(without)).hasMessageContaining("digest is no text");
    }

    @Test
    void theCardTellsRecallWithTheNumberOfFlares() {
        InMemoryTable table = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 200, 10);
        RegionTrainer.Trained trained = train(table, RegionRecipe.SNAPSHOT, CUT, 1);
        JsonNode x = ModelCard.of(trained, List.of()).path("scores").path("X");
        int number = x.path("flares").path("number").asInt();
        int caught = x.path("flares").path("caught").asInt();
        assertThat(number).isPositive();
        assertThat(x.path("flares").path("lowerBound95").asDouble())
                .isCloseTo(new Episodes(number, caught).lowerBound(0.95), within(1e-12))
                .isLessThan((double) caught / number);
        assertThat(x.has("pofd") && x.has("precision")).isTrue();
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
        return train(table, RegionRecipes.named(recipe.name()), cut, threads);
    }

    private static RegionTrainer.Trained train(InMemoryTable table, RegionRecipes recipes, long cut, int threads) {
        try (TestStepContext context = new TestStepContext(threads)) {
            InMemoryDataHandle handle = InMemoryDataHandle.onAll(InMemoryDataset.of("sun", table), context.allocator());
            return new RegionTrainer(PatchRows.read(handle, Long.MAX_VALUE), PatchRows.labels(handle))
                    .train(cut, recipes, context);
        }
    }

    private static PatchRows rows(InMemoryTable table, TestStepContext context) {
        return PatchRows.read(
                InMemoryDataHandle.onAll(InMemoryDataset.of("sun", table), context.allocator()), Long.MAX_VALUE);
    }
}
