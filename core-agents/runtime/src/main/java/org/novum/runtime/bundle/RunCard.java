package org.novum.runtime.bundle;

import java.util.Map;
import java.util.TreeMap;
import org.novum.api.study.Study;
import org.novum.journal.CanonicalJson;

/**
 * What a run was started with; the first entry of its journal.
 *
 * @param study as read, with overrides applied
 * @param seed tells repetitions apart; no result depends on it, since random numbers are fixed by plan and data
 * @param versions of programs and plugins, by name
 */
public record RunCard(Study study, long seed, Map<String, String> versions) {
    private static final int ID_LENGTH = 16;

    /** Copies the map. */
    public RunCard {
        versions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    /** The run's id: the same study, seed and versions are the same run. */
    public String id() {
        return CanonicalJson.digest((Object) this).hex().substring(0, ID_LENGTH);
    }
}
