package org.novum.report.prose;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What prose may refer to, by reference: {@code q:…} for quantities, {@code n:…} for names, {@code v:…} for verdicts,
 * {@code c:…} for publications of the methods and {@code l:…} for passages of literature.
 *
 * @param targets by reference
 */
public record References(Map<String, Target> targets) {
    /** The owner of what belongs to the whole run and may be named anywhere. */
    public static final String RUN = "run";

    /** Label of passages of literature. */
    public static final String PASSAGE = "passage";

    /** Copies the map. */
    public References {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    /**
     * What a reference stands for.
     *
     * @param owner the finding that it belongs to, or {@link #RUN}
     * @param label what it is, such as {@code mass}
     * @param text as the page shows it, a quantity with unit and error
     */
    public record Target(String owner, String label, String text) {}

    /** What a reference stands for, if for anything. */
    public Optional<Target> find(String reference) {
        return Optional.ofNullable(targets.get(reference));
    }

    /** Whether there is literature to cite. */
    boolean citesLiterature() {
        return targets.keySet().stream().anyMatch(reference -> reference.startsWith("l:"));
    }

    /** Whether a finding is among the owners. */
    public boolean knows(String owner) {
        return targets.values().stream().anyMatch(target -> target.owner().equals(owner));
    }

    /** Whether a reference is to a number, beside which some words would change what it says. */
    static boolean isQuantity(String reference) {
        return reference.startsWith("q:");
    }
}
