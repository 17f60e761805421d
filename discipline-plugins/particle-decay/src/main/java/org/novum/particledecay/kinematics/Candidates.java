package org.novum.particledecay.kinematics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decay candidates of one channel: one row per candidate, daughters in the order of the channel.
 *
 * @param channel the channel's name (the file's stem)
 * @param events event key of each candidate; candidates of one event share it
 * @param pids PDG identities, {@code pids[daughter][row]}
 * @param daughters four-vectors of each daughter, in the same order as {@code pids}
 */
public record Candidates(String channel, long[] events, int[][] pids, List<FourVectors> daughters) {

    /** Checks that every column covers every candidate. */
    public Candidates {
        daughters = List.copyOf(daughters);
        if (daughters.size() != pids.length || daughters.isEmpty()) {
            throw new KinematicsException("channel " + channel + ": " + pids.length + " identity columns for "
                    + daughters.size() + " daughters; give one identity column per daughter");
        }
        for (int daughter = 0; daughter < pids.length; daughter++) {
            if (pids[daughter].length != events.length || daughters.get(daughter).size() != events.length) {
                throw new KinematicsException("channel " + channel + ": daughter " + (daughter + 1)
                        + " does not have one value for each of the " + events.length + " candidates");
            }
        }
    }

    /** Number of candidates. */
    public int size() {
        return events.length;
    }

    /** The final state: the most frequent identity of each daughter, with charge-conjugate rows folded in. */
    public int[] finalState() {
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int row = 0; row < size(); row++) {
            counts.merge(identities(row), 1, Integer::sum);
        }
        List<Integer> best = counts.entrySet().stream()
                .max(Map.Entry.<List<Integer>, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey)
                .orElse(List.of());
        return best.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Keeps the first candidate of every event and of every set of bitwise equal four-vectors.
     *
     * <p>Counts are Poisson only where candidates are independent: several candidates of one event, and copies of
     * one event under several keys, are not.
     */
    public Candidates withoutDuplicates() {
        Set<Long> seenEvents = new HashSet<>(2 * size());
        Set<Fingerprint> seenVectors = new HashSet<>(2 * size());
        int[] kept = new int[size()];
        int count = 0;
        for (int row = 0; row < size(); row++) {
            boolean newEvent = seenEvents.add(events[row]);
            boolean newVectors = seenVectors.add(fingerprint(row));
            if (newEvent && newVectors) {
                kept[count++] = row;
            }
        }
        return count == size() ? this : rows(Arrays.copyOf(kept, count));
    }

    /** The candidates at {@code rows}, in that order. */
    public Candidates rows(int[] rows) {
        long[] keptEvents = new long[rows.length];
        int[][] keptPids = new int[pids.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            keptEvents[i] = events[rows[i]];
            for (int daughter = 0; daughter < pids.length; daughter++) {
                keptPids[daughter][i] = pids[daughter][rows[i]];
            }
        }
        return new Candidates(channel, keptEvents, keptPids, daughters.stream().map(d -> d.rows(rows)).toList());
    }

    /** The sub-combination made of the daughters at {@code positions} (counted from 0). */
    public Candidates combination(int... positions) {
        int[][] chosen = Arrays.stream(positions).mapToObj(p -> pids[p]).toArray(int[][]::new);
        return new Candidates(channel, events, chosen, Arrays.stream(positions).mapToObj(daughters::get).toList());
    }

    /**
     * The same momenta under other identities: daughter {@code i} of every row becomes {@code identities[i]} (or its
     * antiparticle where the row is a conjugate of the final state) with rest mass {@code masses[i]} in GeV.
     */
    public Candidates under(int[] identities, double[] masses) {
        int[] reference = finalState();
        int[][] changed = new int[pids.length][size()];
        List<FourVectors> vectors = new java.util.ArrayList<>();
        for (int daughter = 0; daughter < pids.length; daughter++) {
            for (int row = 0; row < size(); row++) {
                boolean same = pids[daughter][row] == reference[daughter];
                changed[daughter][row] = same ? identities[daughter] : -identities[daughter];
            }
            vectors.add(daughters.get(daughter).withMass(masses[daughter]));
        }
        return new Candidates(channel, events, changed, vectors);
    }

    private List<Integer> identities(int row) {
        return Arrays.stream(pids).map(column -> column[row]).toList();
    }

    private Fingerprint fingerprint(int row) {
        long first = 1;
        long second = 7;
        for (FourVectors vectors : daughters) {
            for (double[] column : List.of(vectors.px(), vectors.py(), vectors.pz())) {
                long bits = Double.doubleToLongBits(column[row]);
                first = (first ^ bits) * 0x9E3779B97F4A7C15L;
                first ^= first >>> 32;
                second = (second ^ Long.rotateLeft(bits, 29)) * 0xC2B2AE3D27D4EB4FL;
                second ^= second >>> 29;
            }
        }
        return new Fingerprint(first, second);
    }

    /** 128 bits of the momenta: two different candidates share them with probability about 1e-38. */
    private record Fingerprint(long first, long second) {}
}
