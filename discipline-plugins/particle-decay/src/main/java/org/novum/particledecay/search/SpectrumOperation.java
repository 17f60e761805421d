package org.novum.particledecay.search;

import java.util.ArrayList;
import java.util.List;
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
import org.novum.particledecay.input.CandidateReader;
import org.novum.particledecay.kinematics.InvariantMass;

/** {@code particle-decay.spectrum}: the invariant-mass histogram of each channel. */
final class SpectrumOperation implements Operation<SpectrumOperation.Input> {
    /**
     * Parameters.
     *
     * @param low lower end in GeV
     * @param high upper end in GeV
     * @param bins number of bins
     * @param daughters PDG ids where the files have none
     */
    record Input(
            @Parameter("lower end of the histogram in GeV") double low,
            @Parameter("upper end of the histogram in GeV") double high,
            @Parameter("number of bins of equal width") int bins,
            @Parameter("PDG ids of the daughters where the files have none, such as 13,-13") List<Integer> daughters) {
        Input {
            if (!(low >= 0 && high > low) || bins < 1) {
                throw new IllegalArgumentException("give 0 <= low < high and at least one bin");
            }
        }
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "particle-decay.spectrum",
                "Computes the invariant mass of all candidates and fills a histogram per channel.",
                "a table of channel, bin edges in GeV and candidates.");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input input, DataHandle data, StepContext context) {
        List<List<Object>> rows = new ArrayList<>();
        double width = (input.high() - input.low()) / input.bins();
        List<DataPart> parts = data.card().parts();
        CandidateReader reader = new CandidateReader(data, input.daughters());
        List<long[]> counts = context.map(parts, part -> counts(reader, part, input));
        for (int part = 0; part < parts.size(); part++) {
            for (int bin = 0; bin < input.bins(); bin++) {
                rows.add(List.of(
                        parts.get(part).name(),
                        input.low() + bin * width,
                        input.low() + (bin + 1) * width,
                        counts.get(part)[bin]));
            }
        }
        return new OperationResult.Table(
                List.of(
                        new ColumnCard("channel", ColumnType.TEXT, Unit.ONE),
                        new ColumnCard("low", ColumnType.FLOAT64, Unit.GEV),
                        new ColumnCard("high", ColumnType.FLOAT64, Unit.GEV),
                        new ColumnCard("candidates", ColumnType.INT64, Unit.COUNT)),
                rows);
    }

    private static long[] counts(CandidateReader reader, DataPart part, Input input) {
        long[] counts = new long[input.bins()];
        double width = (input.high() - input.low()) / input.bins();
        reader.readPieces(part.name(), piece -> {
            for (double mass : InvariantMass.of(piece)) {
                if (mass >= input.low() && mass < input.high()) {
                    counts[Math.min(input.bins() - 1, (int) ((mass - input.low()) / width))]++;
                }
            }
        });
        return counts;
    }
}
