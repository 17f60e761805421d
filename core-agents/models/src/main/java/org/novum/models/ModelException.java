package org.novum.models;

import java.time.Duration;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** There is no whole reply. */
public final class ModelException extends NovumException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final Duration pause;

    /** Why there is no reply. */
    public enum Reason {
        /** The key is missing or wrong. */
        AUTHENTICATION(ExitCode.CONFIGURATION, Retry.NEVER),
        /** The provider knows no such model. */
        NO_SUCH_MODEL(ExitCode.CONFIGURATION, Retry.NEVER),
        /** The provider refuses the request as it is. */
        REFUSED_REQUEST(ExitCode.SOFTWARE, Retry.NEVER),
        /** Too many calls. */
        RATE_LIMIT(ExitCode.UNAVAILABLE, Retry.LATER),
        /** The provider has a fault or cannot be reached. */
        UNREACHABLE(ExitCode.UNAVAILABLE, Retry.LATER),
        /** Nobody answers at its address, so that nothing was sent. */
        NOT_CONNECTED(ExitCode.UNAVAILABLE, Retry.LATER),
        /** No reply in time. */
        TIMEOUT(ExitCode.UNAVAILABLE, Retry.LATER),
        /** The connection broke before the reply was whole. */
        CUT(ExitCode.UNAVAILABLE, Retry.LATER),
        /** The reply is longer than it can be, and was broken off. */
        TOO_LONG(ExitCode.UNAVAILABLE, Retry.NEVER),
        /** Too many failures in a row: the model is left in peace for a while. */
        RESTING(ExitCode.UNAVAILABLE, Retry.NEVER),
        /** The answer did not take the asked form, however often. */
        WRONG_FORM(ExitCode.UNAVAILABLE, Retry.NEVER),
        /** It says the same again and again. */
        LOOPING(ExitCode.UNAVAILABLE, Retry.NEVER),
        /** The run's budget for models has no room for the call. */
        OVER_BUDGET(ExitCode.UNAVAILABLE, Retry.NEVER);

        private final ExitCode exitCode;
        private final Retry retry;

        Reason(ExitCode exitCode, Retry retry) {
            this.exitCode = exitCode;
            this.retry = retry;
        }

        /** Whether the same call may succeed later. */
        public boolean passes() {
            return retry == Retry.LATER;
        }

        private enum Retry {
            NEVER,
            LATER
        }
    }

    /**
     * @param reason of the failure
     * @param message one line: which model, what, remedy
     */
    public ModelException(Reason reason, String message) {
        this(reason, message, Duration.ZERO);
    }

    /**
     * @param reason of the failure
     * @param message one line: which model, what, remedy
     * @param pause for which the provider asks to be left alone
     */
    public ModelException(Reason reason, String message, Duration pause) {
        super(reason.exitCode, message);
        this.reason = reason;
        this.pause = pause;
    }

    /**
     * @param reason of the failure
     * @param message one line: which model, what, remedy
     * @param cause below
     */
    public ModelException(Reason reason, String message, Throwable cause) {
        super(reason.exitCode, message, cause);
        this.reason = reason;
        this.pause = Duration.ZERO;
    }

    /** Why there is no reply. */
    public Reason reason() {
        return reason;
    }

    /** How long the provider asks to be left alone; nothing where it does not say. */
    public Duration pause() {
        return pause;
    }
}
