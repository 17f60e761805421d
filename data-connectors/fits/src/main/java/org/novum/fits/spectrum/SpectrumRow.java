package org.novum.fits.spectrum;

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
     */
    record Spectrum(Identity identity, Pixels pixels, FluxUnit unit) implements SpectrumRow {}

    /**
     * No spectrum.
     *
     * @param identity of the object, as far as it could be read
     * @param problem one line that says why
     */
    record Unreadable(Identity identity, String problem) implements SpectrumRow {}
}
