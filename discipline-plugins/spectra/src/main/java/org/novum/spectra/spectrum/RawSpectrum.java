package org.novum.spectra.spectrum;

import org.jspecify.annotations.Nullable;

/**
 * A spectrum as the dataset has it. The arrays are of one length and are not copied; nobody writes to them.
 *
 * @param file path as found
 * @param index of the object in its file
 * @param object identifier in the file, if it has one
 * @param wavelength in vacuum, Angstrom, increasing within an arm
 * @param flux per Angstrom
 * @param ivar inverse variance of the flux; 0 where nothing is known
 * @param mask Novum's bits; 0 for a good pixel
 * @param problem why there is no spectrum, if there is none
 * @param fluxUnit unit of the flux, if it is known
 * @param exposure the survey's number of the exposure, if this is a single one
 */
public record RawSpectrum(
        String file,
        int index,
        @Nullable String object,
        double[] wavelength,
        double[] flux,
        double[] ivar,
        int[] mask,
        @Nullable String problem,
        @Nullable String fluxUnit,
        @Nullable Integer exposure) {
    /** A spectrum that is no single exposure. */
    public RawSpectrum(
            String file,
            int index,
            @Nullable String object,
            double[] wavelength,
            double[] flux,
            double[] ivar,
            int[] mask,
            @Nullable String problem,
            @Nullable String fluxUnit) {
        this(file, index, object, wavelength, flux, ivar, mask, problem, fluxUnit, null);
    }

    /** A spectrum whose unit of flux is not known. */
    public RawSpectrum(
            String file,
            int index,
            @Nullable String object,
            double[] wavelength,
            double[] flux,
            double[] ivar,
            int[] mask,
            @Nullable String problem) {
        this(file, index, object, wavelength, flux, ivar, mask, problem, null, null);
    }

    /** Nothing was measured, not a number, rejected: pixels that say nothing. Other flags only raise doubts. */
    private static final int UNUSABLE = 0b111;

    /** Where the spectrum is from, for messages and as key of an object: the file, with the index beyond the first. */
    public String place() {
        return index == 0 ? file : file + "#" + index;
    }

    /** Whether a pixel carries information. */
    boolean usable(int pixel) {
        return ivar[pixel] > 0
                && ivar[pixel] < Double.POSITIVE_INFINITY
                && Double.isFinite(flux[pixel])
                && wavelength[pixel] > 0
                && (mask.length == 0 || (mask[pixel] & UNUSABLE) == 0);
    }
}
