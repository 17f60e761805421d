package org.novum.solarflare.learn;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** A model cannot be fitted to what it was given. */
public final class LearnException extends NovumException {
    /** @param message what is wrong, and the remedy */
    public LearnException(String message) {
        super(ExitCode.DATA, message);
    }
}
