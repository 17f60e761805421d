package org.novum.solarflare.input;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** A parameter, option or artefact of this discipline cannot be used; the message says which, and what to do. */
public final class SolarFlareException extends NovumException {
    /**
     * @param exitCode how the program ends
     * @param message what is wrong, where, remedy
     */
    public SolarFlareException(ExitCode exitCode, String message) {
        super(exitCode, message);
    }
}
