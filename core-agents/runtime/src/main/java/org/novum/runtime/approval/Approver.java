package org.novum.runtime.approval;

import java.util.Optional;

/** Asks a person, who may take days. */
@FunctionalInterface
public interface Approver {
    /** There is nobody to ask: a replay takes what was decided from the record. */
    Approver NOBODY = waiting -> Optional.empty();

    /** What was decided; nothing as long as it waits. */
    Optional<Decision> decide(Waiting waiting);
}
