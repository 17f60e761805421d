package org.novum.journal;

import org.jspecify.annotations.Nullable;

/** Something about a journal, a ledger or a blob is wrong; the message names what, where and the remedy. */
public class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message that names what, where and the remedy. */
    public JournalException(String message) {
        super(message);
    }

    /** With a message that names what, where and the remedy, and the cause. */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
