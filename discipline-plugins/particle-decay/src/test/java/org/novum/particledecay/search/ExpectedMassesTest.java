package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.Priors;
import org.novum.journal.CanonicalJson;
import org.novum.particledecay.scan.MassPrior;
import org.novum.particledecay.scan.MassWindow;

class ExpectedMassesTest {
    private static final StateClaim CLAIM = new StateClaim(
            "mumu",
            List.of(),
            List.of(13, -13),
            SearchOptions.Charge.OPPOSITE,
            1,
            new MassWindow(2, 5),
            StateClaim.PeakShapes.WITH_TAILS);

    private static JsonNode json(String text) {
        return CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Hypothesis asked(int state) {
        return CLAIM.ofState(state).hypothesis("a model");
    }

    @Test
    void aRoughMassIsTaken() {
        assertThat(ExpectedMasses.check(asked(1), json("{\"mass\": [3, 3.2]}"))).isEqualTo(json("{\"mass\":[3.0,3.2]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | {}                                | {"mass": [low, high]}
            1 | {"mass": 3.1}                     | {"mass": [low, high]}
            1 | {"mass": ["3", "3.1"]}            | {"mass": [low, high]}
            1 | {"mass": [3, 3.1, 3.2]}           | {"mass": [low, high]}
            1 | {"mass": [3, 3.1], "open": "all"} | {"mass": [low, high]}
            1 | {"mass": [3.1, 3]}                | at most a tenth wide
            1 | {"mass": [0, 0.1]}                | at most a tenth wide
            1 | {"mass": [-3, -2.9]}              | at most a tenth wide
            1 | {"mass": [3, 4]}                  | at most a tenth wide
            1 | {"mass": [1.95, 2.05]}            | outside the claim's window
            1 | {"mass": [4.9, 5.1]}              | outside the claim's window
            2 | {"mass": [3, 3.1]}                | first state only
            """)
    void anythingElseIsRefused(int state, String expectation, String reason) {
        assertThatThrownBy(() -> ExpectedMasses.check(asked(state), json(expectation)))
                .isInstanceOf(InvalidHypothesisException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void thePlanHoldsThemBySpectrum() {
        Priors priors = new Priors(Map.of(), Map.of(asked(1).id(), json("{\"mass\":[3.0,3.2]}")));
        JsonNode design = ExpectedMasses.design(List.of(asked(1), asked(2)), priors).orElseThrow();
        assertThat(ExpectedMasses.of(design, CLAIM)).contains(new MassWindow(3, 3.2));
        assertThat(ExpectedMasses.of(design, CLAIM.withTails())).isPresent();
        assertThat(ExpectedMasses.design(List.of(asked(1)), Priors.NONE)).isEmpty();
    }

    @Test
    void anExpectedPlaceStandsBesideTheKnownOnes() {
        MassPrior known = new MassPrior(List.of(new MassWindow(3.09, 3.11)), 20);
        MassWindow place = new MassWindow(4, 4.2);
        assertThat(ExpectedMasses.join(known, Optional.empty())).isSameAs(known);
        assertThat(ExpectedMasses.join(known, Optional.of(place)))
                .isEqualTo(new MassPrior(List.of(known.places().getFirst(), place), 20));
        assertThat(ExpectedMasses.join(MassPrior.flat(), Optional.of(place))).isEqualTo(new MassPrior(List.of(place), 10));
        MassPrior off = new MassPrior(known.places(), 1);
        assertThat(ExpectedMasses.join(off, Optional.of(place)))
                .as("known states keep no weight where the study gives them none")
                .isEqualTo(new MassPrior(List.of(place), 10));
    }
}
