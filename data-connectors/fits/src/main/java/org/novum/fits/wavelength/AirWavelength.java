package org.novum.fits.wavelength;

/**
 * Wavelengths in standard air (15 degrees C, 101,325 Pa, dry, 450 ppm of carbon dioxide) and in vacuum.
 *
 * <p>The refractive index is that of Ciddor (1996, Applied Optics 35, 1566), equation 1, as the surveys use it:
 * {@code n - 1 = 0.05792105 / (238.0185 - s2) + 0.00167917 / (57.362 - s2)} with {@code s2} the squared wavenumber in vacuum
 * in inverse micrometres. Below 2,000 Angstrom wavelengths are stated in vacuum by convention and stay as they are.
 */
public final class AirWavelength {
    private static final double SHORTEST = 2000;

    private AirWavelength() {}

    /**
     * The wavelength in vacuum.
     *
     * @param air wavelength in air, Angstrom
     * @return Angstrom; putting it into the formula gives {@code air} to 1e-12
     */
    public static double toVacuum(double air) {
        if (!(air >= SHORTEST)) {
            return air;
        }
        double vacuum = air;
        // The index changes by 1e-8 per Angstrom: each turn gains seven digits.
        for (int turn = 0; turn < 4; turn++) {
            vacuum = air * index(vacuum);
        }
        return vacuum;
    }

    /** The refractive index of standard air at a wavelength in vacuum, in Angstrom. */
    public static double index(double vacuum) {
        double wavenumber = 1e4 / vacuum;
        double squared = wavenumber * wavenumber;
        return 1 + 0.05792105 / (238.0185 - squared) + 0.00167917 / (57.362 - squared);
    }
}
