package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.particledecay.fit.Estimate;
import org.novum.particledecay.fit.Peak;
import org.novum.particledecay.fit.PeakFitResult;

/** {@code particle-decay.fit}: an unbinned fit of peaks at given masses. */
final class FitOperation implements Operation<FitOperation.Input> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Parameters.
     *
     * @param daughters PDG ids where the files have none
     * @param massRange window in GeV
     * @param masses where to start, in GeV
     * @param sigma expected width of the peaks in GeV
     */
    record Input(
            @Parameter("PDG ids of the daughters where the files have none, such as 13,-13") List<Integer> daughters,
            @Parameter("lower and upper end of the fit in GeV") List<Double> massRange,
            @Parameter("masses of the peaks to start from, in GeV") List<Double> masses,
            @Parameter("expected width of the first peak in GeV") double sigma) {
        Input {
            if (massRange.size() != 2 || masses.isEmpty() || !(sigma > 0)) {
                throw new IllegalArgumentException("give massRange=low,high, at least one mass, and a positive sigma");
            }
        }
    }

    @Override
    public OperationCard card() {
        return new OperationCard(
                "particle-decay.fit",
                "Fits peaks at given masses by unbinned extended maximum likelihood over background families.",
                "a document with mass and width in MeV, yield and local significance of each peak, per channel.");
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
        ArrayNode range = options.putArray("massRange");
        input.massRange().forEach(range::add);
        SearchOptions search = SearchOptions.of(options);
        ObjectNode result = MAPPER.createObjectNode();
        for (DataPart part : data.card().parts()) {
            StateClaim claim = new StateClaim(
                    part.name(),
                    List.of(),
                    input.daughters(),
                    search.charge(),
                    1,
                    search.massRange(),
                    StateClaim.PeakShapes.WITH_TAILS);
            ChannelSample sample = ChannelSample.read(data, claim, search);
            PeakModel model = new PeakModel(search, sample, sample.spectrum(claim, search.resolution()));
            PeakFitResult fit = model.add(
                    new Outcome.Excess(
                            input.masses().getFirst(), input.sigma(), sample.candidates().size(), 0, 0, 0),
                    claim.shapes());
            for (double mass : input.masses().subList(1, input.masses().size())) {
                fit = model.addNeighbour(mass, fit);
            }
            result.set(part.name(), document(fit));
        }
        return new OperationResult.Document(result);
    }

    private static ObjectNode document(PeakFitResult fit) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("status", fit.status().name()).put("background", fit.background());
        document.put("goodnessOfFit", fit.goodness().pValue());
        for (Peak peak : fit.peaks()) {
            ObjectNode node = document.withArray("/peaks").addObject();
            node.put("shape", peak.shape()).put("localSignificance", peak.localSignificance());
            put(node, "mass", peak.mass(), 1000, "MeV");
            put(node, "resolution", peak.resolution(), 1000, "MeV");
            put(node, "naturalWidth", peak.width(), 1000, "MeV");
            put(node, "yield", peak.yield(), 1, "count");
        }
        return document;
    }

    private static void put(ObjectNode node, String name, Estimate estimate, double factor, String unit) {
        node.putObject(name)
                .put("value", factor * estimate.value())
                .put("error", factor * estimate.error())
                .put("unit", unit);
    }
}
