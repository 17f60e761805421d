package org.novum.report;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** A result file that cannot be written or read as it stands. */
public final class ReportException extends NovumException {
    /**
     * @param exitCode how the program ends when nobody handles this
     * @param message one line: what, where, remedy
     */
    public ReportException(ExitCode exitCode, String message) {
        super(exitCode, message);
    }

    /**
     * @param exitCode how the program ends when nobody handles this
     * @param message one line: what, where, remedy
     * @param cause what went wrong below
     */
    public ReportException(ExitCode exitCode, String message, Throwable cause) {
        super(exitCode, message, cause);
    }
}
