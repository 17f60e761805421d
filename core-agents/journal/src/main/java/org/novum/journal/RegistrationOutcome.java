package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of an attempt to register. */
public sealed interface RegistrationOutcome {

    /** The registration is new and recorded now. */
    record Registered(long sequence, Registration registration) implements RegistrationOutcome {}

    /** The same registration stands already and waits for its decision; nothing was recorded. */
    record AlreadyRegistered(long sequence, Registration first) implements RegistrationOutcome {}

    /** The same registration was decided already; nothing was recorded and nothing is spent. */
    record AlreadyDecided(long sequence, JsonNode decision) implements RegistrationOutcome {}
}
