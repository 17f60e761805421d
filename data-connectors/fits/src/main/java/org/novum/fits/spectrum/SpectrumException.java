package org.novum.fits.spectrum;

import org.novum.files.Guard;

/** A spectrum that cannot be read; its message becomes the {@code problem} of a row. */
public final class SpectrumException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param problem what is wrong, one line */
    public SpectrumException(String problem) {
        super(problem);
    }

    /**
     * @param problem what is wrong, one line
     * @param cause what went wrong below
     */
    public SpectrumException(String problem, Throwable cause) {
        super(problem, cause);
    }

    /** What a damaged file made of the libraries below, which break in ways of their own; such an exception itself is given back. */
    public static SpectrumException damaged(Throwable broken) {
        return broken instanceof SpectrumException known
                ? known
                : new SpectrumException("damaged: it cannot be decoded (" + Guard.reason(broken) + ")", broken);
    }
}
