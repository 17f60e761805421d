package org.novum.solarflare.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.DataPart;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.solarflare.input.Damage;
import org.novum.solarflare.input.Table;
import org.novum.solarflare.model.ShippedModels;
import org.novum.solarflare.operation.EvaluateOperation;
import org.novum.solarflare.operation.TrainOperation;
import org.novum.solarflare.score.Sample;
import org.novum.solarflare.score.Score;

/** Figures on real data: those the documents state, and published ones. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class PublicTestTest {
    /** The area under the curve of SolarFlareNet's shipped outputs, as scikit-learn measures it. */
    @ParameterizedTest
    @CsvSource({"C, 42827, 0.4693270639644376", "M, 47775, 0.5249790674224006", "M5, 47775, 0.4176982095226416"})
    void scoresOfOthersOutputsAreThoseOfAnotherProgram(String name, int rows, double auc) {
        try (TestStepContext context = new TestStepContext(1)) {
            Sample sample = Mirror.with(
                    data -> {
                        DataPart part = data.card().parts().getFirst();
                        Table table = Table.read(data, part, List.of("FlareLabel", "PredictionProbability"));
                        Damage damage = new Damage(table.file());
                        double[] label = table.numbers("FlareLabel", damage);
                        double[] probability = table.numbers("PredictionProbability", damage);
                        damage.refuse();
                        return new Sample(probability, label, new double[label.length], new long[label.length]);
                    },
                    context,
                    "solarflarenet_output_" + name + "_24h.csv.gz");
            assertThat(sample.size()).isEqualTo(rows);
            assertThat(Score.AUC.of(sample)).isCloseTo(auc, within(1e-12));
        }
    }

    @Test
    void regionsOfTheFirstHalfOf2014() {
        JsonNode classes = Mirror.document(new EvaluateOperation(), parameters(), Mirror.PATCHES_HMI).path("classes");
        assertThat(classes.path("M").path("rows").asInt()).isEqualTo(9252);
        assertThat(classes.path("M").path("events").asInt()).isEqualTo(448);
        assertThat(classes.path("X").path("events").asInt()).isEqualTo(30);
        assertThat(classes.path("X").path("flares").path("number").asInt()).isEqualTo(2);
        assertThat(score(classes, "M", "tss")).isCloseTo(0.693, within(0.0015));
        assertThat(score(classes, "M", "bss")).isCloseTo(0.276, within(0.0015));
        assertThat(score(classes, "C", "bss")).isCloseTo(0.411, within(0.0015));
        assertThat(score(classes, "C", "ece")).isCloseTo(0.021, within(0.001));
        assertThat(score(classes, "C", "tss")).isCloseTo(0.597, within(0.001));
        assertThat(classes.path("X").path("flares").path("caught").asInt()).isEqualTo(1);
        assertThat(classes.path("X").path("flares").path("lowerBound95").asDouble()).isCloseTo(0.0253, within(0.0001));
        JsonNode first = classes.path("M").path("firstOfClassAfterQuiet");
        assertThat(first.path("rows").asInt()).isEqualTo(8576);
        assertThat(first.path("events").asInt()).isEqualTo(206);
        assertThat(first.path("auc").path("value").asDouble()).isCloseTo(0.875, within(0.001));
    }

    @Test
    void theDiskOfTheFirstHalfOf2014() {
        ObjectNode parameters = parameters()
                .put("scope", "full-disk")
                .put("swpc", Mirror.file("moswoc_SWPC_fcast_2014H1.txt").toString())
                .put("metOffice", Mirror.file("moswoc_IFF_fcast_2014H1.txt").toString());
        JsonNode classes = Mirror.document(new EvaluateOperation(), parameters, Mirror.GROUPS, Mirror.FLARES).path("classes");
        assertThat(score(classes, "M day 1", "bss")).isCloseTo(0.254, within(0.0015));
        assertThat(score(classes, "M day 2", "bss")).isCloseTo(0.202, within(0.0015));
        assertThat(score(classes, "M day 3", "bss")).isCloseTo(0.127, within(0.0015));
        assertThat(score(classes, "M day 1", "ece")).isCloseTo(0.048, within(0.0015));
        assertThat(score(classes, "M day 2", "ece")).isCloseTo(0.032, within(0.0015));
        assertThat(score(classes, "M day 3", "ece")).isCloseTo(0.056, within(0.0015));
        JsonNode flares = classes.path("X day 1").path("flares");
        assertThat(flares.path("flares").asInt()).isEqualTo(7);
        assertThat(flares.path("number").asInt()).isEqualTo(6);
        assertThat(flares.path("caught").asInt()).isEqualTo(4);
        JsonNode swpc = classes.path("M day 1").path("offices").path("SWPC").path("scores").path("office");
        assertThat(swpc.path("bss").path("value").asDouble()).isLessThan(score(classes, "M day 1", "bss"));
        assertThat(swpc.path("auc").path("value").asDouble()).isBetween(0.7, 0.82);
    }

    /** The shipped models are what the committed command makes, bit for bit. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"region, 2014-01-01", "region, 2014-07-01", "full-disk, 2014-01-01", "full-disk, 2014-07-01"})
    void shippedModelsAreMadeAgain(String scope, String before) throws IOException {
        boolean region = scope.equals("region");
        JsonNode trained = Mirror.document(
                new TrainOperation(),
                JsonNodeFactory.instance.objectNode().put("scope", scope).put("before", before),
                region ? Mirror.PATCHES_MDI : Mirror.GROUPS,
                region ? Mirror.PATCHES_HMI : Mirror.FLARES);
        try (InputStream shipped = ShippedModels.class.getResourceAsStream(scope + "-" + before + ".json")) {
            assertThat(new ObjectMapper().readTree(trained.toString())).isEqualTo(new ObjectMapper().readTree(shipped));
        }
    }

    private static ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode().put("replicates", 20);
    }

    private static double score(JsonNode classes, String name, String score) {
        return classes.path(name).path("scores").path("novum").path(score).path("value").asDouble();
    }
}
