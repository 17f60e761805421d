package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;

/** The mode of a spectrum that several final states make together. */
class FinalStatesTest {
    private static final List<Integer> MIXED = List.of(11, -11, 13, -13);
    private static final List<Integer> MUONS = List.of(13, 13, -13, -13);
    private static final List<Integer> ELECTRONS = List.of(11, 11, -11, -11);
    private static final KnownStates.Peak Z = new KnownStates.Peak(90.8, 0.6, 2.5);

    /** Candidates of these final states, whose momenta do not matter here. */
    private static Candidates candidates(List<List<Integer>> rows) {
        int size = rows.size();
        int[][] pids = new int[4][size];
        for (int row = 0; row < size; row++) {
            for (int daughter = 0; daughter < 4; daughter++) {
                pids[daughter][row] = rows.get(row).get(daughter);
            }
        }
        double[] ones = new double[size];
        java.util.Arrays.fill(ones, 1);
        FourVectors vectors = new FourVectors(ones, new double[size], new double[size], new double[size]);
        return new Candidates("all", new long[size], pids, Collections.nCopies(4, vectors));
    }

    private static ObjectNode mode(FinalStates states, KnownStates.Peak peak) {
        ObjectNode mode = JsonNodeFactory.instance.objectNode();
        states.write(mode, states.match(peak, 0.005).orElse(null));
        return mode;
    }

    @Test
    void combinedFinalStatesAreAllNamed() {
        List<List<Integer>> rows = new ArrayList<>();
        rows.addAll(Collections.nCopies(90, List.of(11, -11, 13, -13)));
        rows.addAll(Collections.nCopies(40, List.of(-13, 13, -13, 13)));
        rows.addAll(Collections.nCopies(30, List.of(13, -13, 13, -13)));
        rows.addAll(Collections.nCopies(30, List.of(11, 11, -11, -11)));
        rows.addAll(Collections.nCopies(8, List.of(13, 13, 13, -13)));
        rows.add(List.of(15, -15, 13, -13));
        FinalStates states = FinalStates.in(candidates(rows));
        assertThat(states.all()).as("no wrong charge, nothing rare").containsExactly(MIXED, MUONS, ELECTRONS);
        assertThat(states.products()).isEqualTo("e- e+ mu- mu+ or mu- mu- mu+ mu+ or e- e- e+ e+");
        ObjectNode mode = mode(states, Z);
        assertThat(mode.path("parent").asText()).isEqualTo("Z");
        assertThat(mode.path("daughters").valueStream().map(com.fasterxml.jackson.databind.JsonNode::asText))
                .containsExactly("l-", "l+", "l-", "l+");
        assertThat(mode.path("finalStates")).hasSize(3);
        assertThat(mode.path("listed").asBoolean()).isTrue();
    }

    @Test
    void aModeIsListedOnlyIfEachOfItsFinalStatesIs() {
        FinalStates states = new FinalStates(List.of(MIXED, List.of(15, -15, 13, -13)));
        assertThat(states.match(Z, 0.005).orElseThrow().listed()).isFalse();
        assertThat(mode(states, Z).path("listed").asBoolean()).isFalse();
        assertThat(mode(FinalStates.of(MUONS), Z).path("listed").asBoolean()).isTrue();
    }

    @Test
    void oneFinalStateIsNamedAsItIs() {
        ObjectNode mode = mode(FinalStates.of(List.of(443, 211, -211)), new KnownStates.Peak(3.8716, 0.0001, 0.002));
        assertThat(mode.path("daughters").valueStream().map(com.fasterxml.jackson.databind.JsonNode::asText))
                .containsExactly("J/psi(1S)", "pi+", "pi-");
        assertThat(mode.has("finalStates")).isFalse();
        assertThat(new FinalStates(List.of(List.of(211, -211), List.of(321, -321))).daughters())
                .containsExactly("K+|pi+", "K-|pi-");
    }
}
