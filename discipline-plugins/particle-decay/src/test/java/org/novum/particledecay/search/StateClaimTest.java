package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.particledecay.scan.MassWindow;

class StateClaimTest {
    private static final StateClaim PLAIN = new StateClaim(
            "muons",
            List.of(),
            List.of(13, -13),
            SearchOptions.Charge.OPPOSITE,
            1,
            new MassWindow(0.65, 0.9),
            StateClaim.PeakShapes.WITH_TAILS);

    @Test
    void theIdFollowsFromTheClaimAlone() {
        assertThat(PLAIN.hypothesis("a model").id()).isEqualTo(PLAIN.hypothesis("systematic").id());
        assertThat(PLAIN.id()).isEqualTo("muons/0.65-0.9GeV/state-1");
        assertThat(PLAIN.ofState(2).id()).isEqualTo("muons/0.65-0.9GeV/state-2");
    }

    /** Two claims that differ in what is tested never share an id. */
    @Test
    void differentClaimsHaveDifferentIds() {
        StateClaim symmetric = new StateClaim(
                "muons", List.of(), List.of(13, -13), SearchOptions.Charge.OPPOSITE, 1, new MassWindow(0.65, 0.9),
                StateClaim.PeakShapes.SYMMETRIC);
        StateClaim same = new StateClaim(
                "muons", List.of(), List.of(13, -13), SearchOptions.Charge.SAME, 1, new MassWindow(0.65, 0.9),
                StateClaim.PeakShapes.WITH_TAILS);
        StateClaim any = new StateClaim(
                "muons", List.of(), List.of(13, -13), SearchOptions.Charge.ANY, 1, new MassWindow(0.65, 0.9),
                StateClaim.PeakShapes.WITH_TAILS);
        StateClaim wherever = new StateClaim(
                "muons", List.of(), List.of(13, -13), SearchOptions.Charge.OPPOSITE, 1, null,
                StateClaim.PeakShapes.WITH_TAILS);
        StateClaim part = new StateClaim(
                "muons", List.of(0, 1), List.of(13, -13), SearchOptions.Charge.OPPOSITE, 1, new MassWindow(0.65, 0.9),
                StateClaim.PeakShapes.WITH_TAILS);
        List<StateClaim> all = List.of(PLAIN, PLAIN.ofState(2), symmetric, same, any, wherever, part);
        assertThat(all).extracting(StateClaim::id).doesNotHaveDuplicates();
        assertThat(symmetric.withTails()).isEqualTo(PLAIN);
    }

    @Test
    void claimsSurviveTheJournal() throws IOException {
        for (StateClaim claim : List.of(PLAIN, PLAIN.ofState(6))) {
            Hypothesis written = claim.hypothesis("systematic");
            ObjectMapper mapper = new ObjectMapper();
            Hypothesis read = mapper.readValue(mapper.writeValueAsBytes(written), Hypothesis.class);
            assertThat(StateClaim.of(read)).isEqualTo(claim);
            assertThat(read.id()).isEqualTo(claim.id());
        }
    }

    @Test
    void theStatementNamesTheDaughters() {
        assertThat(PLAIN.hypothesis("x").statement())
                .isEqualTo("In muons, a narrow state decays to mu- mu+, between 0.65 and 0.9 GeV.");
    }

    @Test
    void whatIsNoClaimIsRefused() {
        ObjectNode extra = PLAIN.toJson().put("mass", 3.1);
        ObjectNode unknownShape = PLAIN.toJson().put("shapes", "ROUND");
        ObjectNode textState = PLAIN.toJson().put("state", "one");
        ObjectNode emptyWindow = PLAIN.toJson();
        emptyWindow.putArray("window").add(3).add(2);
        for (ObjectNode claim : List.of(extra, unknownShape, textState, emptyWindow)) {
            assertThatThrownBy(() -> StateClaim.of(new Hypothesis(PLAIN.id(), "s", "p", claim)))
                    .as("%s", claim)
                    .isInstanceOf(InvalidHypothesisException.class);
        }
    }
}
