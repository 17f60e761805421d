package org.novum.fits.spectrum;

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
}
