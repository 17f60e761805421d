package org.novum.solarflare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novum.api.data.DataSource;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.pluginsdk.DisciplineContract;
import org.novum.pluginsdk.fake.InMemoryDataset;

/** The discipline's contract, on patches whose flares do or do not come from their inversion lines. */
class SolarFlareContractTest extends DisciplineContract {
    private static final int PATCHES = 160;

    @Override
    public Discipline discipline() {
        return new SolarFlare();
    }

    @Override
    public Study study() {
        return new Study(
                "flares",
                "Do inversion lines forecast flares?",
                "synthetic-sun",
                "solar-flare",
                DataSource.of("memory:sun"),
                options(),
                Budget.USUAL);
    }

    private static ObjectNode options() {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("scope", "region").put("testFrom", "2014-01-01").put("margin", 0.05);
        options.putArray("recipes").add("SNAPSHOT");
        options.putArray("classes").add("M");
        return options;
    }

    @Override
    public InMemoryDataset planted() {
        return InMemoryDataset.of("sun", SyntheticSun.patches(SyntheticSun.Law.PLANTED, PATCHES, 1));
    }

    @Override
    public InMemoryDataset nullData(long seed) {
        return InMemoryDataset.of("null", SyntheticSun.patches(SyntheticSun.Law.NULL, PATCHES, 100 + seed));
    }

    @Override
    public int nullDatasets() {
        return 10;
    }

    @Override
    public RowOrder rowOrder() {
        return RowOrder.ROUNDS_DIFFERENTLY;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("t_end", "R_VALUE", "flares", "FLARE_INDEX");
    }

    @Override
    public List<Hypothesis> foreignHypotheses() {
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.put("scope", "region").put("least", "M").put("day", 1).put("recipe", "SNAPSHOT");
        claim.put("score", "BSS").put("margin", 0.05);
        return List.of(
                foreign("wrong id", claim),
                foreign("region-x", claim.deepCopy().put("least", "X")),
                foreign("region-day", claim.deepCopy().put("day", 2)),
                foreign("region-recipe", claim.deepCopy().put("recipe", "SPLINE")),
                foreign("region-margin", claim.deepCopy().put("margin", 0.5)));
    }

    private static Hypothesis foreign(String id, ObjectNode claim) {
        return new Hypothesis(id, "A claim that this study cannot ask.", "a test", claim);
    }

    @Override
    public List<JsonNode> wrongOptions() {
        return List.of(
                options().put("scope", "sunspot"),
                options().put("testFrom", "January 2014"),
                options().put("margin", -1),
                options().put("score", "RMSE"),
                options().put("colour", "red"),
                options().put("split", "random"),
                options().put("scales", "test"),
                options().put("negatives", "no recent flare"),
                options().set("classes", JsonNodeFactory.instance.arrayNode().add("Z")),
                options().set("days", JsonNodeFactory.instance.arrayNode().add("2")));
    }

    @Override
    public List<OperationCall> operationCalls() {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return List.of(
                new OperationCall("solar-flare.train", none.deepCopy().put("before", "2014-06-01")),
                new OperationCall("solar-flare.forecast", none),
                new OperationCall("solar-flare.explain", none.deepCopy().put("least", "C")),
                new OperationCall("solar-flare.evaluate", none.deepCopy().put("replicates", 25)));
    }
}
