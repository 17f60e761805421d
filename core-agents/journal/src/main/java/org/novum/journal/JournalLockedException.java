package org.novum.journal;

import org.novum.api.ExitCode;

/** Another live process is writing this journal. */
public final class JournalLockedException extends JournalException {

    private static final long serialVersionUID = 1L;

    /** Names the journal and who holds it. */
    public JournalLockedException(String where, String holder) {
        super(
                ExitCode.TEMPORARY,
                "%s is being written by a live process (%s). Wait until it ends or stop it, then resume."
                        .formatted(where, holder));
    }
}
