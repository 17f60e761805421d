package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.ResearchState;
import org.novum.particledecay.input.Layout;
import org.novum.particledecay.pdg.Conservation;

/**
 * Every narrow state that can be asked of a dataset: by channel, sub-combination and number of the state.
 *
 * <p>The systematic proposer asks all of it in the first round. In a study with rounds it starts with symmetric peaks and
 * asks again with tails, on rows not opened yet, what the first round could not describe.
 */
final class DecaySpace implements HypothesisSpace {
    static final String PROPOSER = "systematic";

    private final SearchOptions options;
    private final DatasetCard data;

    DecaySpace(SearchOptions options, DatasetCard data) {
        this.options = options;
        this.data = data;
    }

    @Override
    public List<Hypothesis> propose(ResearchState state) {
        if (state.rounds().isEmpty()) {
            return all().stream().map(claim -> claim.hypothesis(PROPOSER)).toList();
        }
        return inRounds() ? undescribed(state.rounds().getLast()) : List.of();
    }

    /** The claims of the first round. */
    List<StateClaim> all() {
        return claims(inRounds() ? StateClaim.PeakShapes.SYMMETRIC : StateClaim.PeakShapes.WITH_TAILS);
    }

    private boolean inRounds() {
        return options.design() instanceof SearchOptions.Design.Rounds;
    }

    /** Claims whose excess was there but whose peak no symmetric shape described: asked again with tails. */
    private static List<Hypothesis> undescribed(ResearchState.Round last) {
        List<Hypothesis> again = new ArrayList<>();
        for (ResearchState.Judged judged : last.judged()) {
            StateClaim claim = StateClaim.of(judged.hypothesis());
            if (claim.shapes() == StateClaim.PeakShapes.SYMMETRIC && Outcome.of(judged.outcome()).undescribed()) {
                again.add(claim.withTails().hypothesis(PROPOSER));
            }
        }
        return again;
    }

    @Override
    public void validate(Hypothesis hypothesis) {
        StateClaim claim = StateClaim.of(hypothesis);
        boolean shaped = inRounds() || claim.shapes() == StateClaim.PeakShapes.WITH_TAILS;
        if (!shaped || !claims(claim.shapes()).contains(claim)) {
            throw new InvalidHypothesisException(
                    hypothesis.id(),
                    "its channel, combination, daughters, window, shape or number of states is not in this study's space;"
                            + " ask for one that the study's options allow");
        }
        if (!claim.id().equals(hypothesis.id())) {
            throw new InvalidHypothesisException(hypothesis.id(), "its claim has another id; ask it as " + claim.id());
        }
    }

    @Override
    public JsonNode claimSchema() {
        return StateClaim.schema();
    }

    @Override
    public Hypothesis phrase(JsonNode claim, String proposer) {
        Hypothesis made = StateClaim.of(new Hypothesis("of " + proposer, "", proposer, claim)).hypothesis(proposer);
        validate(made);
        return made;
    }

    @Override
    public Optional<JsonNode> expectationSchema() {
        return Optional.of(ExpectedMasses.schema());
    }

    @Override
    public JsonNode expect(Hypothesis hypothesis, JsonNode expectation) {
        return ExpectedMasses.check(hypothesis, expectation);
    }

    private List<StateClaim> claims(StateClaim.PeakShapes shapes) {
        List<StateClaim> claims = new ArrayList<>();
        if (options.combine() != null) {
            add(claims, options.combine(), data.parts().getFirst(), shapes);
        } else {
            data.parts().forEach(part -> add(claims, part.name(), part, shapes));
        }
        return claims;
    }

    private void add(List<StateClaim> claims, String channel, DataPart part, StateClaim.PeakShapes shapes) {
        int daughters = Layout.of(part).daughters();
        if (!options.daughters().isEmpty() && options.daughters().size() != daughters) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "options.daughters: " + options.daughters().size() + " are named, and " + part.uri() + " has " + daughters
                            + " in each row; name as many");
        }
        for (List<Integer> positions : combinations(daughters)) {
            for (int state = 1; state <= options.states(); state++) {
                claims.add(new StateClaim(
                        channel,
                        positions,
                        daughters(positions),
                        options.charge(),
                        state,
                        options.massRange(),
                        shapes));
            }
        }
    }

    private List<Integer> daughters(List<Integer> positions) {
        List<Integer> all = options.daughters();
        return all.isEmpty() || positions.isEmpty() ? all : positions.stream().map(all::get).toList();
    }

    /** All daughters together, and with sub-combinations every proper subset of two or more that conservation allows. */
    private List<List<Integer>> combinations(int daughters) {
        List<List<Integer>> combinations = new ArrayList<>(List.of(List.of()));
        if (!options.subCombinations()) {
            return combinations;
        }
        for (int mask = 1; mask < (1 << daughters) - 1; mask++) {
            List<Integer> positions = new ArrayList<>();
            for (int position = 0; position < daughters; position++) {
                if ((mask >> position & 1) == 1) {
                    positions.add(position);
                }
            }
            if (positions.size() >= 2 && allowed(positions)) {
                combinations.add(positions);
            }
        }
        return combinations;
    }

    private boolean allowed(List<Integer> positions) {
        return options.daughters().isEmpty()
                || Conservation.forbidden(positions.stream()
                                .mapToInt(options.daughters()::get)
                                .toArray())
                        .isEmpty();
    }
}
