package org.novum.journal;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Something about a journal, a ledger or a blob is wrong; the message names what, where and the remedy. */
public class JournalException extends NovumException {

    private static final long serialVersionUID = 1L;

    /** What is stored or asked for is wrong: {@link ExitCode#DATA}. */
    public JournalException(String message) {
        super(ExitCode.DATA, message);
    }

    /** What is stored or asked for is wrong, as the cause says: {@link ExitCode#DATA}. */
    public JournalException(String message, Throwable cause) {
        super(ExitCode.DATA, message, cause);
    }

    /** Ends the program in this way when nobody handles it. */
    public JournalException(ExitCode exitCode, String message) {
        super(exitCode, message);
    }

    /** Ends the program in this way when nobody handles it. */
    public JournalException(ExitCode exitCode, String message, Throwable cause) {
        super(exitCode, message, cause);
    }
}
