package org.novum.spectra.spectrum;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Spectra, templates or truth that cannot be used; the message names what, where and remedy. */
public final class SpectraException extends NovumException {
    private static final long serialVersionUID = 1L;

    /** With the message for the user. */
    public SpectraException(String message) {
        super(ExitCode.DATA, message);
    }
}
