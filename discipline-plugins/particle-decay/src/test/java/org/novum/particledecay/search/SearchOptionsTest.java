package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.particledecay.scan.MassWindow;

class SearchOptionsTest {
    static SearchOptions options(String yaml) {
        return SearchOptions.of(node(yaml));
    }

    /** The options as a study holds them. */
    static com.fasterxml.jackson.databind.JsonNode node(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    @Test
    void everyOptionIsRead() {
        SearchOptions options = options("{daughters: [321, -211], charge: any, massRange: [1, 2.5], combine: all, states: 3,"
                + " subCombinations: true, resolution: {tracks: 0.02, photons: 0.04}, widths: [0.5, 1], massScale: 0.01,"
                + " rounds: {explorationFraction: 0.2, slices: 3}}");
        assertThat(options.daughters()).containsExactly(321, -211);
        assertThat(options.charge()).isEqualTo(SearchOptions.Charge.ANY);
        assertThat(options.massRange()).isEqualTo(new MassWindow(1, 2.5));
        assertThat(options.combine()).isEqualTo("all");
        assertThat(options.states()).isEqualTo(3);
        assertThat(options.subCombinations()).isTrue();
        assertThat(options.resolution().tracks()).isEqualTo(0.02);
        assertThat(options.resolution().photons()).isEqualTo(0.04);
        assertThat(options.widths()).containsExactly(0.5, 1.0);
        assertThat(options.massScale()).isEqualTo(0.01);
        assertThat(options.design()).isEqualTo(new SearchOptions.Design.Rounds(0.2, 3));
    }

    @Test
    void everyOptionMayBeLeftOut() {
        SearchOptions options = options("{}");
        assertThat(options).isEqualTo(SearchOptions.of(NullNode.getInstance())).isEqualTo(SearchOptions.of(MissingNode.getInstance()));
        assertThat(options.daughters()).isEmpty();
        assertThat(options.charge()).isEqualTo(SearchOptions.Charge.OPPOSITE);
        assertThat(options.massRange()).isNull();
        assertThat(options.combine()).isNull();
        assertThat(options.states()).isEqualTo(1);
        assertThat(options.subCombinations()).isFalse();
        assertThat(options.widths()).containsExactly(0.72, 1.0, 1.4);
        assertThat(options.massScale()).isEqualTo(0.003);
        assertThat(options.design()).isEqualTo(new SearchOptions.Design.RegisteredScan());
    }

    @Test
    void everyOptionHasACard() {
        assertThat(SearchOptions.CARDS).extracting(card -> card.name()).isEqualTo(List.of(
                "daughters", "charge", "massRange", "combine", "states", "subCombinations", "resolution", "widths",
                "massScale", "knownWeight", "rounds"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {masRange: [2, 5]}                              | options.masRange
            [2, 5]                                          | options
            {daughters: 13}                                 | options.daughters
            {daughters: [13, muon]}                         | options.daughters
            {daughters: [13.5, -13]}                        | options.daughters
            {daughters: [99999, 13]}                        | options.daughters
            {charge: both}                                  | options.charge
            {charge: 1}                                     | options.charge
            {massRange: [5, 2]}                             | options.massRange
            {massRange: [2]}                                | options.massRange
            {massRange: [-1, 2]}                            | options.massRange
            {massRange: '2-5'}                              | options.massRange
            {combine: 3}                                    | options.combine
            {combine: ' '}                                  | options.combine
            {states: 0}                                     | options.states
            {states: 7}                                     | options.states
            {states: 1.5}                                   | options.states
            {states: many}                                  | options.states
            {subCombinations: 1}                            | options.subCombinations
            {subCombinations: 'yes'}                        | options.subCombinations
            {resolution: 0.01}                              | options.resolution
            {resolution: {track: 0.01}}                     | options.resolution.track
            {resolution: {tracks: 0}}                       | options.resolution.tracks
            {resolution: {photons: 1}}                      | options.resolution
            {widths: []}                                    | options.widths
            {widths: [1, 1]}                                | options.widths
            {widths: [0, 1]}                                | options.widths
            {widths: [1.4, 1]}                              | options.widths
            {massScale: -0.1}                               | options.massScale
            {massScale: 0.1}                                | options.massScale
            {massScale: small}                              | options.massScale
            {rounds: 2}                                     | options.rounds
            {rounds: {slice: 2}}                            | options.rounds.slice
            {rounds: {explorationFraction: 1}}              | options.rounds
            {rounds: {explorationFraction: 0}}              | options.rounds
            {rounds: {slices: 0}}                           | options.rounds
            {rounds: {slices: 1.5}}                         | options.rounds.slices
            """)
    void whatIsWrongIsNamed(String yaml, String named) {
        assertThatThrownBy(() -> options(yaml))
                .isInstanceOfSatisfying(
                        NovumException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageStartingWith(named)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN})
    void onlyFiniteNumbers(double value) {
        ObjectNode range = JsonNodeFactory.instance.objectNode();
        range.putArray("massRange").add(1).add(value);
        ObjectNode scale = JsonNodeFactory.instance.objectNode().put("massScale", value);
        assertThatThrownBy(() -> SearchOptions.of(range)).hasMessageStartingWith("options.massRange");
        assertThatThrownBy(() -> SearchOptions.of(scale)).hasMessageStartingWith("options.massScale");
    }
}
