package org.novum.solarflare.operation;

import java.util.Optional;
import java.util.stream.Stream;

/** What is forecast. */
enum Scope {
    /** Single active regions, from magnetic parameters. */
    REGION("region"),
    /** The whole disk, from sunspot groups and the flare list. */
    FULL_DISK("full-disk");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Reads the parameter; regions if it is left out. */
    static Scope of(Optional<String> word) {
        String asked = word.orElse(REGION.word);
        return Stream.of(values())
                .filter(scope -> scope.word.equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "scope is " + asked + "; it is " + REGION.word + " or " + FULL_DISK.word));
    }
}
