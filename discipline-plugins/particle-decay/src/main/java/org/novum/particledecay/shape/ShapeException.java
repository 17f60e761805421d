package org.novum.particledecay.shape;

/** A shape was asked for with values it cannot have; the message names value and remedy. */
public final class ShapeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ShapeException(String message) {
        super(message);
    }
}
