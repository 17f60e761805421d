package org.novum.api;

/**
 * The root of every exception that Novum throws on purpose.
 *
 * <p>Its message is one line that a user can act on: what is wrong, where, and what to do. The {@link ExitCode} says how
 * the command line ends when nobody handles it.
 */
public class NovumException extends RuntimeException {
    private final ExitCode exitCode;

    /**
     * @param exitCode how the program ends when nobody handles this
     * @param message one line: what, where, remedy
     */
    public NovumException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /**
     * @param exitCode how the program ends when nobody handles this
     * @param message one line: what, where, remedy
     * @param cause what went wrong below
     */
    public NovumException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** How the program ends when nobody handles this. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
