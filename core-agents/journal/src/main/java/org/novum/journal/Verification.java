package org.novum.journal;

import java.util.List;
import java.util.Optional;

/**
 * What a verifier found.
 *
 * @param checks in the order in which they were made; later ones may be missing after one that failed
 * @param head hash of the last entry as it is stored, {@link Digest#ZERO} when there is none: an entry removed from the
 *     end breaks no chain, so whoever holds this hash from elsewhere compares it
 */
public record Verification(List<Check> checks, Digest head) {

    /** Keeps its own list. */
    public Verification {
        checks = List.copyOf(checks);
    }

    /** Whether every check passed. */
    public boolean ok() {
        return checks.stream().allMatch(Check::ok);
    }

    /** Name and text of the first check that failed, as {@code name: what}. */
    public Optional<String> firstFailure() {
        return checks.stream()
                .filter(check -> !check.ok())
                .findFirst()
                .map(check -> check.name() + ": " + check.failure().orElseThrow());
    }
}
