package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stores what was asked, spent and decided in one experiment, durably and hash-chained, shared by every run of it.
 *
 * <p>Only storage: what a decision means lies with the caller. Safe for use by many threads and processes at once;
 * every operation is one transaction that sees all earlier ones.
 */
public interface ExperimentLedgerStore extends AutoCloseable {

    /** The experiment. */
    String experiment();

    /**
     * Records a registration unless its hash stands already.
     *
     * @throws StorageFullException when there is no space; nothing was written
     */
    RegistrationOutcome register(Registration registration);

    /**
     * Records a registration whose content depends on what stands already, such as the share that is left.
     *
     * @param request given the state before, while nobody else can write; must be quick and must not use this store
     */
    RegistrationOutcome register(Digest hash, Function<LedgerState, Registration> request);

    /**
     * Decides a registration once: returns the recorded decision or, if there is none, records the one given.
     *
     * @param decide given the state before, while nobody else can write; must be quick and must not use this store
     * @throws JournalException when nothing is registered under the hash
     */
    JsonNode decide(Digest registration, Function<LedgerState, JsonNode> decide);

    /** Records an opening; one with the same content is recorded once. */
    default LedgerEntry opened(LedgerRecord.Opened opening) {
        return opened(opening, state -> {});
    }

    /**
     * Records an opening unless what stands already forbids it; one with the same content is recorded once.
     *
     * @param guard given the state before, while nobody else can write; throws to refuse; must be quick and must not use
     *     this store
     */
    LedgerEntry opened(LedgerRecord.Opened opening, Consumer<LedgerState> guard);

    /** All entries at this moment. */
    LedgerState state();

    /** Checks sequence, hash chain, uniqueness and that each decision follows its registration. */
    Verification verify();

    /** All entries as canonical JSON lines, for a run's evidence bundle; {@link LedgerSnapshot} reads them. */
    byte[] snapshot();

    @Override
    void close();
}
