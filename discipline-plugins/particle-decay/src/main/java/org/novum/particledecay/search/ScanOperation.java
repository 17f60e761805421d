package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;

/** {@code particle-decay.scan}: the scan of all masses of each channel, outside any registration. */
final class ScanOperation implements Operation<ScanOperation.Input> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Parameters.
     *
     * @param daughters PDG ids where the files have none
     * @param massRange window in GeV
     * @param states most states per spectrum
     * @param tracks relative momentum resolution of tracks
     */
    record Input(
            @Parameter("PDG ids of the daughters where the files have none, such as 13,-13") List<Integer> daughters,
            @Parameter("lower and upper end of the scan in GeV; default: the range of the candidates")
                    List<Double> massRange,
            @Parameter("most states that a spectrum may hold; default 1") Optional<Integer> states,
            @Parameter("relative momentum resolution of tracks; default 0.0071") Optional<Double> tracks) {}

    @Override
    public OperationCard card() {
        return new OperationCard(
                "particle-decay.scan",
                "Scans the masses of each channel for narrow states; looks only, discovers nothing.",
                "a table of channel, state, mass and width in MeV, yield, local significance and log10 of the global p-value.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input input, DataHandle data, StepContext context) {
        ObjectNode options = MAPPER.createObjectNode();
        ArrayNode daughters = options.putArray("daughters");
        input.daughters().forEach(daughters::add);
        if (!input.massRange().isEmpty()) {
            ArrayNode range = options.putArray("massRange");
            input.massRange().forEach(range::add);
        }
        options.put("states", input.states().orElse(1));
        input.tracks().ifPresent(tracks -> options.putObject("resolution").put("tracks", tracks));
        SearchOptions search = SearchOptions.of(options);
        DecaySpace space = new DecaySpace(search, data.card());
        PeakTest test = new PeakTest(search, data);
        List<List<TestOutcome>> outcomes = context.map(
                data.card().parts(),
                part -> test.run(space.propose(org.novum.api.discipline.ResearchState.EMPTY).stream()
                        .filter(hypothesis -> StateClaim.of(hypothesis).channel().equals(part.name()))
                        .toList()));
        return table(data.card().parts(), outcomes);
    }

    private static OperationResult table(List<DataPart> parts, List<List<TestOutcome>> outcomes) {
        List<List<Object>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            long state = 0;
            for (TestOutcome outcome : outcomes.get(i)) {
                state++;
                if (outcome.strength() instanceof Strength.Untested) {
                    continue;
                }
                Outcome.Excess excess = Outcome.of(outcome).excess();
                rows.add(List.of(
                        parts.get(i).name(),
                        state,
                        1000 * excess.mass(),
                        1000 * excess.sigma(),
                        excess.yield(),
                        excess.localZ(),
                        excess.log10Global()));
            }
        }
        return new OperationResult.Table(
                List.of(
                        new ColumnCard("channel", ColumnType.TEXT, Unit.ONE),
                        new ColumnCard("state", ColumnType.INT64, Unit.ONE),
                        new ColumnCard("mass", ColumnType.FLOAT64, Unit.MEV),
                        new ColumnCard("sigma", ColumnType.FLOAT64, Unit.MEV),
                        new ColumnCard("yield", ColumnType.FLOAT64, Unit.COUNT),
                        new ColumnCard("localSignificance", ColumnType.FLOAT64, Unit.ONE),
                        new ColumnCard("log10GlobalP", ColumnType.FLOAT64, Unit.ONE)),
                rows);
    }
}
