package org.novum.fits.layout;

import org.novum.fits.hdu.Hdu;
import org.novum.fits.wavelength.AirWavelength;
import org.novum.fits.wavelength.Velocity;

/** Brings wavelengths into vacuum and the Sun's rest frame, as far as a header says that they are not there yet. */
final class Frames {
    private Frames() {}

    /** Wavelengths in air become those in vacuum, if the header says {@code VACUUM = F}. */
    static void toVacuum(Hdu header, double[] wavelength) {
        if (!header.truth("VACUUM").orElse(true)) {
            fromAir(wavelength);
        }
    }

    static void fromAir(double[] wavelength) {
        for (int i = 0; i < wavelength.length; i++) {
            wavelength[i] = AirWavelength.toVacuum(wavelength[i]);
        }
    }

    /**
     * If the header says {@code HELIO = F} and states {@code HELIO_RV} in km/s, applies the correction.
     *
     * <p>SDSS and LAMOST write the velocity of the Sun's frame as the telescope saw it: the correction with its sign turned.
     */
    static void toSun(Hdu header, double[] wavelength) {
        double stated = header.number("HELIO_RV");
        if (!header.truth("HELIO").orElse(true) && Double.isFinite(stated)) {
            Velocity.correct(wavelength, -stated);
        }
    }
}
