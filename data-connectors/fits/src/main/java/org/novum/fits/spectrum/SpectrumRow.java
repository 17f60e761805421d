package org.novum.fits.spectrum;

import org.jspecify.annotations.Nullable;

/** What a file gives for one of its objects: a spectrum, or the reason why there is none. */
public sealed interface SpectrumRow {
    /** Which object it is. */
    Identity identity();

    /**
     * A spectrum that passed {@link Checks}.
     *
     * @param identity of the object
     * @param pixels measured
     * @param unit of the flux
     * @param model the survey's best, on the same pixels and in the same unit; null if it was not asked for or is not there
     */
    record Spectrum(Identity identity, Pixels pixels, FluxUnit unit, double @Nullable [] model) implements SpectrumRow {
        /** A spectrum without the survey's model. */
        public Spectrum(Identity identity, Pixels pixels, FluxUnit unit) {
            this(identity, pixels, unit, null);
        }
    }

    /**
     * No spectrum.
     *
     * @param identity of the object, as far as it could be read
     * @param problem one line that says why
     */
    record Unreadable(Identity identity, String problem) implements SpectrumRow {}
}
