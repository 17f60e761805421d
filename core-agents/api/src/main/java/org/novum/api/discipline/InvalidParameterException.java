package org.novum.api.discipline;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** A parameter of an operation that is unknown, missing or of the wrong kind. */
public final class InvalidParameterException extends NovumException {
    /**
     * @param parameter its name
     * @param problem what is wrong with it
     * @param remedy what to write
     */
    public InvalidParameterException(String parameter, String problem, String remedy) {
        super(ExitCode.USAGE, "parameter " + parameter + " " + problem + "; " + remedy);
    }

    /**
     * @param parameter its name, or the names of all where they do not fit together
     * @param problem what is wrong with it
     * @param remedy what to write
     * @param cause what went wrong below
     */
    public InvalidParameterException(String parameter, String problem, String remedy, Throwable cause) {
        super(ExitCode.USAGE, "parameter " + parameter + " " + problem + "; " + remedy, cause);
    }
}
