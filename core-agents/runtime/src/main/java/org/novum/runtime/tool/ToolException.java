package org.novum.runtime.tool;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** A foreign server gave no answer; the message says which, and why, in one line. */
public final class ToolException extends NovumException {
    private static final long serialVersionUID = 1;

    private final After after;

    /** What becomes of the line. */
    public enum After {
        /** It can be used further. */
        GOES_ON,
        /** It is of no more use. */
        BROKEN
    }

    /**
     * @param server its name in the study
     * @param problem what is wrong, without line breaks
     * @param after what becomes of the line
     */
    public ToolException(String server, String problem, After after) {
        super(ExitCode.UNAVAILABLE, "tools." + server + ": " + problem);
        this.after = after;
    }

    /** What becomes of the line. */
    public After after() {
        return after;
    }
}
