package org.novum.fits.hdu;

import java.io.EOFException;
import org.novum.fits.spectrum.SpectrumException;

/** Says in plain words what the library below found. */
final class Damage {
    private Damage() {}

    /**
     * @param unit what could not be read
     * @param cause as the library threw it
     */
    static SpectrumException in(String unit, Exception cause) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof EOFException) {
                return new SpectrumException("truncated: the file ends within " + unit, cause);
            }
        }
        return new SpectrumException("damaged: " + unit + " cannot be read", cause);
    }
}
