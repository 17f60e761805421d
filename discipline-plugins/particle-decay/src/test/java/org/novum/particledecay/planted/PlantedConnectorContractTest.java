package org.novum.particledecay.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Unit;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The contract of the connector of generated campaigns: what it stores is what its address says. */
class PlantedConnectorContractTest extends ConnectorContract {
    private static final String ADDRESS = "planted:campaign?channels=1&seed=3";

    @Override
    public DataConnector connector() {
        return new PlantedConnector();
    }

    /** The one channel of the address, straight from the generator. */
    @Override
    public InMemoryTable content() {
        Candidates candidates = new CampaignGenerator(CampaignConfig.standard(3).withChannels(1))
                .channel(0)
                .candidates();
        InMemoryTable table =
                InMemoryTable.named(candidates.channel()).wholes("event", Unit.ONE, candidates.events());
        for (int daughter = 0; daughter < candidates.pids().length; daughter++) {
            FourVectors vectors = candidates.daughters().get(daughter);
            int number = daughter + 1;
            table = table.wholes(
                            "pid" + number,
                            Unit.ONE,
                            Arrays.stream(candidates.pids()[daughter]).asLongStream().toArray())
                    .reals("E" + number, Unit.GEV, vectors.energy())
                    .reals("px" + number, Unit.GEV, vectors.px())
                    .reals("py" + number, Unit.GEV, vectors.py())
                    .reals("pz" + number, Unit.GEV, vectors.pz());
        }
        return table;
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        assertThat(table.name()).as("only what is generated is stored").isEqualTo(content().name());
        return ADDRESS;
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        return List.of(
                new BadSource("planted:something?channels=3", List.of("something")),
                new BadSource("planted:campaign?channels=0", List.of("channels=0")),
                new BadSource("planted:campaign?channels=1000000", List.of("channels=1000000")),
                new BadSource("planted:campaign?chanels=3", List.of("chanels=3")),
                new BadSource("planted:campaign&seed=3", List.of("campaign&seed=3")),
                new BadSource("planted:campaign?seed=1e3", List.of("seed=1e3")),
                new BadSource("planted:campaign?seed=99999999999999999999", List.of("seed=99999999999999999999")));
    }
}
