package org.novum.journal;

import org.novum.api.ExitCode;

/** A writer tried to append after another writer had taken the lease of the run; nothing was written. */
public final class StaleLeaseException extends JournalException {

    private static final long serialVersionUID = 1L;

    /** Names the place of the journal, the lease of this writer and the lease that replaced it. */
    public StaleLeaseException(String where, Lease mine, Lease current) {
        super(
                ExitCode.TEMPORARY,
                "%s: this writer (%s, epoch %d) lost the run to %s (epoch %d); nothing was written. Stop this process."
                        .formatted(where, mine.holder(), mine.epoch(), current.holder(), current.epoch()));
    }
}
