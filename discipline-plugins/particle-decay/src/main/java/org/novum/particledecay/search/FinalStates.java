package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.pdg.Conservation;
import org.novum.particledecay.pdg.DecayModes;
import org.novum.particledecay.pdg.ParticleTable;

/**
 * The final states that a spectrum is made of: one as a rule, several where files are combined.
 *
 * @param all PDG ids of the daughters of each, the most frequent first
 */
record FinalStates(List<List<Integer>> all) {
    private static final double RARE = 0.01;

    /** Copies the list. */
    FinalStates {
        all = List.copyOf(all);
    }

    /** A single one. */
    static FinalStates of(List<Integer> daughters) {
        return new FinalStates(List.of(daughters));
    }

    /**
     * Those of candidates from combined files: what no single parent can have and what is rarer than 1 % is left out.
     *
     * @param candidates at least one
     */
    static FinalStates in(Candidates candidates) {
        Map<List<Integer>, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < candidates.size(); row++) {
            int[] identities = new int[candidates.pids().length];
            for (int daughter = 0; daughter < identities.length; daughter++) {
                identities[daughter] = candidates.pids()[daughter][row];
            }
            counts.merge(ordered(identities), 1, Integer::sum);
        }
        List<List<Integer>> frequent = counts.entrySet().stream()
                .filter(state -> state.getValue() > RARE * candidates.size())
                .sorted(Map.Entry.<List<Integer>, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(state -> state.getKey().toString()))
                .map(Map.Entry::getKey)
                .toList();
        List<List<Integer>> allowed = frequent.stream()
                .filter(state -> Conservation.forbidden(identities(state)).isEmpty())
                .toList();
        return new FinalStates(allowed.isEmpty() ? frequent : allowed);
    }

    /** Light before heavy, particles before antiparticles. */
    private static List<Integer> ordered(int[] identities) {
        return Arrays.stream(identities)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(Math::abs).thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    private static int[] identities(List<Integer> state) {
        return state.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The most frequent one. */
    List<Integer> first() {
        return all.getFirst();
    }

    /** Names for a sentence: {@code mu- mu+}, or all of them with "or" between. */
    String products() {
        return all.stream()
                .map(state -> names(state).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" or "));
    }

    /** The known state of a peak; its mode is listed if the table has its decay to each of these final states. */
    Optional<KnownStates.Match> match(KnownStates.Peak peak, double massScale) {
        return KnownStates.match(peak, first(), massScale)
                .map(match -> new KnownStates.Match(
                        match.particle(),
                        all.stream()
                                .allMatch(state -> DecayModes.standard()
                                        .listed(match.particle().id(), identities(state)))));
    }

    /** Writes the mode of a finding: parent, daughters, whether it is listed, and the final states if they are several. */
    void write(ObjectNode mode, KnownStates.@Nullable Match match) {
        mode.put("parent", match == null ? null : match.particle().name());
        daughters().forEach(mode.withArray("/daughters")::add);
        mode.put("listed", match != null && match.listed());
        if (all.size() > 1) {
            all.forEach(state -> names(state).forEach(mode.withArray("/finalStates").addArray()::add));
        }
    }

    /**
     * One name per daughter. Where final states differ, leptons are {@code l-} and {@code l+}, and other daughters are
     * named with all that they may be, such as {@code pi+|K+}.
     */
    List<String> daughters() {
        if (all.size() == 1) {
            return names(first()).toList();
        }
        boolean leptons = all.stream().flatMap(List::stream).allMatch(FinalStates::isChargedLepton);
        List<String> daughters = new ArrayList<>();
        for (int i = 0; i < first().size(); i++) {
            int place = i;
            if (leptons) {
                daughters.add(first().get(i) > 0 ? "l-" : "l+");
            } else {
                daughters.add(String.join(
                        "|",
                        all.stream()
                                .map(state -> name(state.get(place)))
                                .collect(Collectors.toCollection(TreeSet::new))));
            }
        }
        return daughters;
    }

    private static boolean isChargedLepton(int id) {
        return List.of(11, 13, 15).contains(Math.abs(id));
    }

    private static Stream<String> names(List<Integer> state) {
        return state.stream().map(FinalStates::name);
    }

    private static String name(int id) {
        return ParticleTable.standard().particle(id).name();
    }
}
