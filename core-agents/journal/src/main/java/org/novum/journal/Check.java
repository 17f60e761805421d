package org.novum.journal;

import java.util.Optional;

/**
 * One check of a verification.
 *
 * @param name what was checked
 * @param examined how many things were looked at, up to and including the first that failed
 * @param failure what failed first and where, empty when nothing did
 */
public record Check(String name, long examined, Optional<String> failure) {

    /** Nothing failed. */
    public static Check passed(String name, long examined) {
        return new Check(name, examined, Optional.empty());
    }

    /** The thing examined last failed. */
    public static Check failed(String name, long examined, String failure) {
        return new Check(name, examined, Optional.of(failure));
    }

    /** Whether nothing failed. */
    public boolean ok() {
        return failure.isEmpty();
    }
}
