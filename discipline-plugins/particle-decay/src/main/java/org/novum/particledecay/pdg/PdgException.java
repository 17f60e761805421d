package org.novum.particledecay.pdg;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Raised when a state is not in the tables or a table cannot be read; names what, where and the remedy. */
public final class PdgException extends NovumException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what is wrong, where, and what to do
     */
    public PdgException(String message) {
        super(ExitCode.DATA, message);
    }
}
