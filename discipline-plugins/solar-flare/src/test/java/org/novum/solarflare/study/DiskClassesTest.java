package org.novum.solarflare.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataSource;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.ResearchState;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.pluginsdk.Rehearsal;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.SampleLedger;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.SolarFlare;
import org.novum.solarflare.SyntheticDisk;
import org.novum.solarflare.SyntheticSun.Law;
import org.novum.solarflare.disk.DiskModel;
import org.novum.solarflare.input.SolarFlareException;
import org.novum.solarflare.model.ModelFile;
import org.novum.solarflare.model.ShippedModels;

/** Claims about C flares of the whole disk, which the shipped models and the offices leave out. */
class DiskClassesTest {
    @TempDir
    private Path folder;

    private static Study study(List<String> classes) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("scope", "full-disk").put("testFrom", "2014-01-01").put("margin", 0.05);
        if (!classes.isEmpty()) {
            classes.forEach(options.putArray("classes")::add);
        }
        return new Study(
                "flares", "Do they?", "sun", "solar-flare", DataSource.of("memory:sun"), options, Budget.USUAL);
    }

    private static Rehearsal rehearsal(List<String> classes, Law law, long seed) {
        return Rehearsal.of(new SolarFlare(), study(classes), InMemoryDataset.of("sun", SyntheticDisk.tables(law, seed)));
    }

    private static JsonNode model(Rehearsal rehearsal) {
        Analysis analysis = rehearsal.analyse(rehearsal.firstQuestion());
        return analysis.content().path("models").path(FlareOptions.LAYERED);
    }

    @Test
    void cFlaresOfThreeDaysAreAcceptedWhereTheyCanBeForecast() {
        Rehearsal rehearsal = rehearsal(List.of("C", "M", "X"), Law.PLANTED, 1);
        ResearchState state = rehearsal.run(SampleLedger.BONFERRONI, 1);
        List<ResearchState.Judged> judged = state.rounds().getFirst().judged();
        assertThat(judged).hasSize(9);
        assertThat(judged)
                .filteredOn(of -> of.verdict().accepted())
                .extracting(of -> of.hypothesis().id())
                .contains(
                        "full-disk-c-day1-layered-bss-0.05",
                        "full-disk-c-day2-layered-bss-0.05",
                        "full-disk-c-day3-layered-bss-0.05");
        assertThat(judged)
                .filteredOn(of -> of.hypothesis().id().contains("-c-"))
                .allSatisfy(of -> assertThat(of.outcome().detail().path("pValues").properties())
                        .extracting(Map.Entry::getKey)
                        .containsExactlyInAnyOrder("climatology", "persistence", "McIntosh-Poisson"));
        assertThat(rehearsal.measure(state)).extracting(of -> of.attributes().path("subject").asText())
                .contains("full-disk C day 1 layered");
    }

    @Test
    void nothingIsAcceptedWhereCFlaresComeAtRandom() {
        for (long seed = 11; seed < 16; seed++) {
            assertThat(rehearsal(List.of("C"), Law.NULL, seed).run(SampleLedger.BONFERRONI, 1).rounds().getFirst().judged())
                    .as("seed " + seed)
                    .hasSize(3)
                    .noneMatch(of -> of.verdict().accepted());
        }
    }

    @Test
    void theModelSaysWhatItForecastsAndTheOthersStayAsTheyWere() {
        JsonNode usual = model(rehearsal(List.of(), Law.PLANTED, 1));
        JsonNode all = model(rehearsal(List.of("C"), Law.PLANTED, 1));
        assertThat(usual.path("model").has("leasts")).isFalse();
        assertThat(usual.path("card").path("use").asText()).contains("of class M or X or greater");
        assertThat(all.path("model").path("leasts").toString()).isEqualTo("[\"C\",\"M\",\"X\"]");
        assertThat(all.path("card").path("use").asText()).contains("of class C, M or X or greater");
        assertThat(all.path("card").path("scores").path("C day 3").path("bss").asDouble()).isGreaterThan(0.1);
        for (int ahead = 0; ahead < 3; ahead++) {
            JsonNode classes = all.path("model").path("ahead").path(ahead).path("classes");
            JsonNode before = usual.path("model").path("ahead").path(ahead).path("classes");
            assertThat(List.of(classes.get(1), classes.get(2))).isEqualTo(List.of(before.get(0), before.get(1)));
        }
        assertThat(ModelFile.disk(all).classes()).isEqualTo(DiskModel.CLAIMABLE);
        assertThat(ModelFile.of(ModelFile.disk(all), (ObjectNode) all.path("card"))).isEqualTo(all);
    }

    @Test
    void operationsRefuseAModelWithColumnsThatTheirTablesLack() throws IOException {
        Path file = Files.writeString(
                folder.resolve("model.json"), model(rehearsal(List.of("C"), Law.PLANTED, 1)).toString());
        assertThatThrownBy(() -> ShippedModels.disk(Optional.of(file.toString())))
                .isInstanceOf(SolarFlareException.class)
                .hasMessageContaining("operations forecast [M, X] alone");
    }

    @Test
    void whoNamesNoClassClaimsMAndX() {
        assertThat(FlareOptions.of(study(List.of())).classes()).isEqualTo(DiskModel.CLASSES);
        assertThat(FlareOptions.of(study(List.of("X", "C"))).classes()).extracting(Enum::name).containsExactly("X", "C");
    }

    @Test
    void theGeneratedTablesPassTheChecks() {
        try (TestStepContext context = new TestStepContext(1)) {
            new SolarFlare().check(
                    study(List.of("C")),
                    InMemoryDataHandle.onAll(
                            InMemoryDataset.of("sun", SyntheticDisk.tables(Law.PLANTED, 1)), context.allocator()),
                    context);
        }
    }
}
