package org.novum.runtime.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novum.journal.Digest;
import org.novum.journal.LedgerRecord;
import org.novum.journal.LedgerState;
import org.novum.runtime.content.ContentSketch;
import org.novum.runtime.content.Contents;

/** Which files of an experiment hold the same rows, in part at least, by the sketches that its ledger keeps. */
final class Relatives {
    /** Where an opening keeps sketches: an object from the files' digests to them. */
    static final String SKETCHES = "sketches";

    private final List<Digest> files;
    private final List<long[]> sketches;
    private final Map<Digest, Set<Digest>> overlapping = new HashMap<>();

    private Relatives(SortedMap<String, ContentSketch> known) {
        this.files = known.keySet().stream().map(Digest::new).toList();
        this.sketches = known.values().stream().map(ContentSketch::values).toList();
        relateAll();
    }

    /** Of the files that a ledger knows. */
    static Relatives of(LedgerState state) {
        return of(state, Contents.UNKNOWN);
    }

    /** Of the files that a ledger knows, and others. */
    static Relatives of(LedgerState state, Contents others) {
        SortedMap<String, ContentSketch> known = known(state);
        known.putAll(others.sketches());
        return new Relatives(known);
    }

    /** The sketches that a ledger keeps. */
    static SortedMap<String, ContentSketch> known(LedgerState state) {
        SortedMap<String, ContentSketch> known = new TreeMap<>();
        for (LedgerRecord.Opened opening : state.openings()) {
            for (Map.Entry<String, JsonNode> sketch :
                    opening.payload().path(SKETCHES).properties()) {
                known.put(sketch.getKey(), new ContentSketch(sketch.getValue().asText()));
            }
        }
        return known;
    }

    /** These files and every file that overlaps with one of them. */
    Set<Digest> of(Collection<Digest> asked) {
        Set<Digest> relatives = new TreeSet<>(asked);
        asked.forEach(file -> relatives.addAll(overlapping.getOrDefault(file, Set.of())));
        return relatives;
    }

    /** A fingerprint, and the place of the file that has it. */
    private record Owner(long hash, int file) {}

    /** Compares the files that have a fingerprint in common; most have none. */
    private void relateAll() {
        Owner[] owners = new Owner[sketches.stream().mapToInt(sketch -> sketch.length).sum()];
        int count = 0;
        for (int file = 0; file < sketches.size(); file++) {
            for (long hash : sketches.get(file)) {
                owners[count++] = new Owner(hash, file);
            }
        }
        Arrays.sort(owners, Comparator.comparingLong(Owner::hash).thenComparingInt(Owner::file));
        Set<List<Integer>> compared = new HashSet<>();
        for (int first = 0; first < count; first++) {
            for (int second = first + 1; second < count && owners[second].hash() == owners[first].hash(); second++) {
                if (compared.add(List.of(owners[first].file(), owners[second].file()))) {
                    relate(owners[first].file(), owners[second].file());
                }
            }
        }
    }

    private void relate(int one, int two) {
        if (ContentSketch.overlap(sketches.get(one), sketches.get(two))) {
            overlapping.computeIfAbsent(files.get(one), _ -> new TreeSet<>()).add(files.get(two));
            overlapping.computeIfAbsent(files.get(two), _ -> new TreeSet<>()).add(files.get(one));
        }
    }
}
