package org.novum.particledecay.scan;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Raised when a spectrum cannot be scanned; names what, where and the remedy. */
public final class ScanException extends NovumException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what is wrong, where, and what to do
     */
    public ScanException(String message) {
        super(ExitCode.DATA, message);
    }
}
