package org.novum.server;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * A failure as a caller is told of it. A defect is told without its details, which are in the server's log.
 *
 * @param code as the command line would end
 * @param message one line: what, where, remedy
 */
public record Problem(ExitCode code, String message) {
    private static final Logger LOG = Logger.getLogger(Problem.class.getName());

    /** What a failure means to the caller. */
    public static Problem of(Throwable failure) {
        if (failure instanceof NovumException known && known.exitCode() != ExitCode.SOFTWARE) {
            return new Problem(known.exitCode(), String.valueOf(known.getMessage()));
        }
        LOG.log(Level.SEVERE, "a call failed", failure);
        if (failure instanceof OutOfMemoryError) {
            return new Problem(ExitCode.MEMORY, "the memory is used up; ask for fewer data at once");
        }
        return new Problem(ExitCode.SOFTWARE, "a defect of Novum; the server's log has the details");
    }

    /** The HTTP status that fits. */
    public int status() {
        return switch (code) {
            case OK -> 200;
            case USAGE, CONFIGURATION -> 400;
            case REFUSED -> 403;
            case NO_INPUT -> 404;
            case CHECK_FAILED, DATA -> 422;
            case SOFTWARE -> 500;
            case UNAVAILABLE -> 502;
            case TEMPORARY, MEMORY -> 503;
            case CANNOT_WRITE -> 507;
        };
    }
}
