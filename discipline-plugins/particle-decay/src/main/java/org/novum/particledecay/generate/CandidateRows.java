package org.novum.particledecay.generate;

import java.util.ArrayList;
import java.util.List;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;

/** Collects generated candidates row by row. */
final class CandidateRows {
    private final String channel;
    private final int[] pids;
    private final List<LorentzVector[]> rows = new ArrayList<>();
    private final List<Long> events = new ArrayList<>();
    private long next;

    CandidateRows(String channel, int[] pids, long firstEvent) {
        this.channel = channel;
        this.pids = pids;
        this.next = firstEvent;
    }

    void add(LorentzVector[] daughters) {
        rows.add(daughters);
        events.add(next++);
    }

    /** Adds a copy of row {@code index} under the same event key. */
    void repeat(int index) {
        rows.add(rows.get(index));
        events.add(events.get(index));
    }

    int size() {
        return rows.size();
    }

    LorentzVector[] row(int index) {
        return rows.get(index);
    }

    /** The candidates in the order of {@code order}. */
    Candidates build(int[] order) {
        int size = order.length;
        long[] keys = new long[size];
        int[][] identities = new int[pids.length][size];
        List<FourVectors> daughters = new ArrayList<>();
        for (int daughter = 0; daughter < pids.length; daughter++) {
            double[][] columns = new double[4][size];
            for (int i = 0; i < size; i++) {
                LorentzVector vector = rows.get(order[i])[daughter];
                columns[0][i] = vector.energy();
                columns[1][i] = vector.px();
                columns[2][i] = vector.py();
                columns[3][i] = vector.pz();
                identities[daughter][i] = pids[daughter];
                keys[i] = events.get(order[i]);
            }
            daughters.add(new FourVectors(columns[0], columns[1], columns[2], columns[3]));
        }
        return new Candidates(channel, keys, identities, daughters);
    }
}
