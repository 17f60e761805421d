package org.novum.particledecay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.novum.api.data.DataSource;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.particledecay.testing.Pairs;
import org.novum.pluginsdk.DisciplineContract;
import org.novum.pluginsdk.fake.InMemoryDataset;

/** The discipline's contract: two dimuon channels between 2.8 and 3.4 GeV, of which one holds a state at 3.1 GeV. */
class ParticleDecayContractTest extends DisciplineContract {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final double LOW = 2.8;
    private static final double HIGH = 3.4;

    @Override
    public Discipline discipline() {
        return new ParticleDecay();
    }

    @Override
    public Study study() {
        return new Study(
                "muons",
                "Which states decay to two muons?",
                "muons-2026",
                "particle-decay",
                DataSource.of("memory:muons"),
                options(),
                Budget.USUAL);
    }

    private static ObjectNode options() {
        return object("{daughters: [13, -13], massRange: [2.8, 3.4], states: 2, resolution: {tracks: 0.01}}");
    }

    @Override
    public InMemoryDataset planted() {
        return InMemoryDataset.of(
                "planted",
                new Pairs(13, -13, 1).background(250, LOW, HIGH).peak(80, 3.1).charged("tight"),
                new Pairs(13, -13, 2).background(150, LOW, HIGH).charged("loose"));
    }

    @Override
    public InMemoryDataset nullData(long seed) {
        return InMemoryDataset.of("null", new Pairs(13, -13, 1000 + seed).background(120, LOW, HIGH).charged("tight"));
    }

    @Override
    public int nullDatasets() {
        return 100;
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("E1", "px1", "py2", "pz2", "Q2");
    }

    @Override
    public List<Hypothesis> foreignHypotheses() {
        return Stream.of(
                        "{channel: medium}",
                        "{state: 3}",
                        "{state: 0}",
                        "{window: [2, 3]}",
                        "{window: [3.4, 2.8]}",
                        "{positions: [0]}",
                        "{daughters: [11, -11]}",
                        "{shapes: SYMMETRIC}",
                        "{shapes: ROUND}",
                        "{state: 1.5}",
                        "{daughters: [13, thirteen]}",
                        "{charge: SAME}",
                        "{mass: 3.1}")
                .map(changes -> {
                    ObjectNode claim = object("{claim: narrow state, channel: tight, charge: OPPOSITE, state: 1, shapes: WITH_TAILS,"
                            + " positions: [], daughters: [13, -13], window: [2.8, 3.4]}");
                    claim.setAll(object(changes));
                    return new Hypothesis("tight/2.8-3.4GeV/state-1", "A foreign claim.", "a model", claim);
                })
                .toList();
    }

    @Override
    public List<JsonNode> wrongOptions() {
        return List.of(
                options().put("charge", "both"),
                options().put("states", 0),
                options().put("subCombinations", "yes"),
                options().set("massRange", object("{range: [3]}").get("range")));
    }

    @Override
    public List<OperationCall> operationCalls() {
        return List.of(
                new OperationCall("particle-decay.spectrum", object("{low: 2.8, high: 3.4, bins: 6, daughters: [13, -13]}")),
                new OperationCall(
                        "particle-decay.scan", object("{daughters: [13, -13], massRange: [2.8, 3.4], tracks: 0.01}")),
                new OperationCall(
                        "particle-decay.fit",
                        object("{daughters: [13, -13], massRange: [2.8, 3.4], masses: [3.1], sigma: 0.02}")));
    }

    private static ObjectNode object(String yaml) {
        try {
            return (ObjectNode) YAML.readTree(yaml);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
