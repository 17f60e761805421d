package org.novum.particledecay.fit;

/** A fit was set up in a way that cannot work; the message names model, parameter and remedy. */
public final class FitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FitException(String message) {
        super(message);
    }
}
