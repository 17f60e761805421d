package org.novum.particledecay.generate;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Raised when something unphysical is asked of the generator; names what and the remedy. */
public final class GenerateException extends NovumException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what is wrong, where, and what to do
     */
    public GenerateException(String message) {
        super(ExitCode.CONFIGURATION, message);
    }
}
