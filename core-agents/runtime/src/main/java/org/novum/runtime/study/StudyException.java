package org.novum.runtime.study;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** A study file that cannot be run as it is. */
public final class StudyException extends NovumException {
    /**
     * @param where file and key
     * @param problem what is wrong and what would be right
     */
    public StudyException(String where, String problem) {
        super(ExitCode.CONFIGURATION, where + ": " + problem);
    }

    /**
     * @param where file and key
     * @param problem what is wrong and what would be right
     * @param cause what the parser said
     */
    public StudyException(String where, String problem, Throwable cause) {
        super(ExitCode.CONFIGURATION, where + ": " + problem, cause);
    }
}
