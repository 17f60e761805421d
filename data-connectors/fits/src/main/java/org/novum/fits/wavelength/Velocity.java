package org.novum.fits.wavelength;

/** Shifts of wavelengths by velocities. */
public final class Velocity {
    /** Speed of light, km/s (exact). */
    public static final double LIGHT = 299_792.458;

    private Velocity() {}

    /**
     * Wavelengths as the Sun sees them.
     *
     * @param wavelengths that the telescope saw; changed in place
     * @param correction what is added to a velocity that was measured at the telescope, km/s
     */
    public static void correct(double[] wavelengths, double correction) {
        double factor = 1 + correction / LIGHT;
        for (int i = 0; i < wavelengths.length; i++) {
            wavelengths[i] *= factor;
        }
    }
}
