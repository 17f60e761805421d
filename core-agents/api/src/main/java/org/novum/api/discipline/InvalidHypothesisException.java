package org.novum.api.discipline;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** A proposal that does not belong to the discipline's hypothesis space. */
public final class InvalidHypothesisException extends NovumException {
    /**
     * @param hypothesis id of the proposal
     * @param reason why it is not in the space, and what would be
     */
    public InvalidHypothesisException(String hypothesis, String reason) {
        super(ExitCode.REFUSED, "hypothesis " + hypothesis + " cannot be asked: " + reason);
    }
}
