package org.novum.particledecay.kinematics;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Raised when candidate columns cannot be turned into physical masses; names what, where and the remedy. */
public final class KinematicsException extends NovumException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: what is wrong, where, and what to do
     */
    public KinematicsException(String message) {
        super(ExitCode.DATA, message);
    }
}
