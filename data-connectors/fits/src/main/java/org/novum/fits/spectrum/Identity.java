package org.novum.fits.spectrum;

import org.jspecify.annotations.Nullable;

/**
 * Which object a spectrum is of, as far as its file says.
 *
 * @param object identifier in the file, null if it has none
 * @param rightAscension ICRS, degrees; NaN if unknown
 * @param declination ICRS, degrees; NaN if unknown
 */
public record Identity(@Nullable String object, double rightAscension, double declination) {
    /** Of an object about which the file says nothing. */
    public static final Identity UNKNOWN = new Identity(null, Double.NaN, Double.NaN);

    /** Places that are no place on the sky become unknown. */
    public Identity {
        if (object != null && object.isBlank()) {
            object = null;
        }
        if (!(rightAscension >= 0 && rightAscension <= 360 && Math.abs(declination) <= 90)) {
            rightAscension = Double.NaN;
            declination = Double.NaN;
        }
    }

    /** Whether the place on the sky is known. */
    public boolean isPlaced() {
        return !Double.isNaN(rightAscension);
    }
}
