package org.novum.fits.spectrum;

import org.jspecify.annotations.Nullable;

/**
 * The pixels of one spectrum, all arrays of one length; they belong to the record and are not copied.
 *
 * @param wavelength in vacuum and in the Sun's rest frame, Angstrom; increasing within an arm
 * @param flux per Angstrom
 * @param inverseVariance of the flux; 0 where nothing is known
 * @param mask sums of {@link PixelFlag} bits
 * @param dispersion standard deviation of the instrument's line profile, Angstrom; null if unknown
 * @param arm number of the spectrograph arm that each pixel is from; null if there is one
 */
public record Pixels(
        double[] wavelength,
        double[] flux,
        double[] inverseVariance,
        int[] mask,
        double @Nullable [] dispersion,
        byte @Nullable [] arm) {
    /** Checks the lengths. */
    public Pixels {
        int count = wavelength.length;
        if (flux.length != count
                || inverseVariance.length != count
                || mask.length != count
                || dispersion != null && dispersion.length != count
                || arm != null && arm.length != count) {
            throw new SpectrumException("wavelength, flux, error and mask differ in length: " + count + ", " + flux.length
                    + ", " + inverseVariance.length + " and " + mask.length + " pixels");
        }
    }

    /** Pixels of a single arm whose resolution is not known. */
    public static Pixels of(double[] wavelength, double[] flux, double[] inverseVariance, int[] mask) {
        return new Pixels(wavelength, flux, inverseVariance, mask, null, null);
    }

    /** The same with the width of the instrument's line profile, in Angstrom. */
    public Pixels withDispersion(double[] sigma) {
        return new Pixels(wavelength, flux, inverseVariance, mask, sigma, arm);
    }

    /** How many there are. */
    public int count() {
        return wavelength.length;
    }
}
