package org.novum.spaceweather;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** A feed cannot be had, or is not what it should be; the message names address, problem and remedy. */
public final class FeedException extends NovumException {
    FeedException(ExitCode exitCode, String message) {
        super(exitCode, message);
    }
}
