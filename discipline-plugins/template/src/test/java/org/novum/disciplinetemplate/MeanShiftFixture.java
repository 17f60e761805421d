package org.novum.disciplinetemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.novum.api.data.DataSource;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.pluginsdk.DisciplineContract;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The discipline's contract: a field trial with two sites, of which one responds to the treatment. */
abstract class MeanShiftFixture extends DisciplineContract {
    @Override
    public Discipline discipline() {
        return new MeanShiftDiscipline();
    }

    @Override
    public Study study() {
        return new Study(
                "field-trial",
                "Does the treatment change the growth?",
                "trial-2026",
                "mean-shift",
                DataSource.of("memory:trial"),
                options(),
                Budget.USUAL);
    }

    @Override
    public InMemoryDataset planted() {
        return InMemoryDataset.of("trial", site("north", 1, 1.0), site("south", 2, 0));
    }

    @Override
    public InMemoryDataset nullData(long seed) {
        return InMemoryDataset.of("null", site("north", 100 + 2 * seed, 0), site("south", 101 + 2 * seed, 0));
    }

    @Override
    public int nullDatasets() {
        return 400;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("growth", "treatment", "plant");
    }

    @Override
    public List<Hypothesis> foreignHypotheses() {
        return List.of(
                new MeanShift("west", "growth", "treatment", "treated", "control").hypothesis(),
                new MeanShift("north", "plant", "treatment", "treated", "control").hypothesis(),
                new MeanShift("north", "growth", "treatment", "control", "treated").hypothesis());
    }

    @Override
    public List<JsonNode> wrongOptions() {
        ObjectNode withoutResponse = options();
        withoutResponse.remove("response");
        return List.of(
                withoutResponse,
                options().put("group", 3),
                options().put("second", "treated"),
                options().put("explorationFraction", 1.5),
                options().put("explorationFraction", "half"));
    }

    @Override
    public List<OperationCall> operationCalls() {
        ObjectNode parameters = options();
        parameters.remove("key");
        return List.of(new OperationCall("mean-shift.summary", parameters));
    }

    static ObjectNode options() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("response", "growth")
                .put("group", "treatment")
                .put("first", "treated")
                .put("second", "control")
                .put("key", "plant");
    }

    /** 200 plants, every third treated, with growth 5 cm and standard deviation 1 cm; the treated grow by the effect. */
    private static InMemoryTable site(String name, long seed, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        int plants = 200;
        double[] growth = IntStream.range(0, plants)
                .mapToDouble(plant -> 5 + (plant % 3 == 0 ? effect : 0) + random.nextGaussian())
                .toArray();
        String[] treatment = IntStream.range(0, plants)
                .mapToObj(plant -> plant % 3 == 0 ? "treated" : "control")
                .toArray(String[]::new);
        return InMemoryTable.named(name)
                .wholes("plant", Unit.ONE, LongStream.range(0, plants).toArray())
                .reals("growth", Unit.of("cm"), growth)
                .texts("treatment", treatment);
    }
}
