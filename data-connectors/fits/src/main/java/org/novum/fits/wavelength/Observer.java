package org.novum.fits.wavelength;

/**
 * A telescope on the turning Earth.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param altitude metres above the ellipsoid
 */
public record Observer(double latitude, double longitude, double altitude) {
    private static final double DEGREE = StrictMath.PI / 180;
    private static final double J2000 = 51_544.5;
    private static final double CENTURY = 36_525;

    /** Astronomical unit, km (IAU 2012). */
    private static final double UNIT = 149_597_870.7;

    /** Equatorial radius, m, and flattening of WGS 84. */
    private static final double RADIUS = 6_378_137;

    private static final double FLATTENING = 1 / 298.257223563;

    /** Angular speed of the Earth, rad/s. */
    private static final double TURN = 7.292115e-5;

    /** Whether the place is known. */
    public boolean isPlaced() {
        return Math.abs(latitude) <= 90 && Double.isFinite(longitude) && Double.isFinite(altitude);
    }

    /**
     * What is to be added to a radial velocity that was measured here so that it is relative to the Sun, to first order:
     * the observer's velocity towards the object.
     *
     * <p>The Earth's motion is the derivative of the Sun's low-precision position of the Astronomical Almanac (section C), the
     * equinox carried back to J2000; the motion about the Moon's and Earth's common centre, 0.013 km/s, is left out. Right to
     * 0.03 km/s.
     *
     * @param day modified Julian date, UTC
     * @param rightAscension degrees, J2000
     * @param declination degrees, J2000
     * @return km/s
     */
    public double heliocentricCorrection(double day, double rightAscension, double declination) {
        return orbit(day, rightAscension * DEGREE, declination * DEGREE)
                + rotation(day, rightAscension * DEGREE, declination * DEGREE);
    }

    private static double orbit(double day, double rightAscension, double declination) {
        double days = day - J2000;
        double anomaly = (357.528 + 0.9856003 * days) * DEGREE;
        double anomalyRate = 0.9856003 * DEGREE;
        double longitude = (280.460 + 0.9856474 * days - 1.3970 * days / CENTURY) * DEGREE
                + (1.915 * StrictMath.sin(anomaly) + 0.020 * StrictMath.sin(2 * anomaly)) * DEGREE;
        double longitudeRate = 0.9856474 * DEGREE
                - 1.3970 / CENTURY * DEGREE
                + (1.915 * StrictMath.cos(anomaly) + 0.040 * StrictMath.cos(2 * anomaly)) * DEGREE * anomalyRate;
        double distance = 1.00014 - 0.01671 * StrictMath.cos(anomaly) - 0.00014 * StrictMath.cos(2 * anomaly);
        double distanceRate = (0.01671 * StrictMath.sin(anomaly) + 0.00028 * StrictMath.sin(2 * anomaly)) * anomalyRate;
        // The Earth moves opposite to the Sun as seen from it.
        double along = -(distanceRate * StrictMath.cos(longitude) - distance * StrictMath.sin(longitude) * longitudeRate);
        double across = -(distanceRate * StrictMath.sin(longitude) + distance * StrictMath.cos(longitude) * longitudeRate);
        double obliquity = 23.4393 * DEGREE;
        double towards = along * StrictMath.cos(declination) * StrictMath.cos(rightAscension)
                + across * StrictMath.cos(obliquity) * StrictMath.cos(declination) * StrictMath.sin(rightAscension)
                + across * StrictMath.sin(obliquity) * StrictMath.sin(declination);
        return towards * UNIT / 86_400;
    }

    /** The eastward motion of the place, projected on the object; sidereal time after Aoki et al. 1982 (A&amp;A 105, 359). */
    private double rotation(double day, double rightAscension, double declination) {
        double geodetic = latitude * DEGREE;
        double squared = FLATTENING * (2 - FLATTENING);
        double normal = RADIUS / Math.sqrt(1 - squared * StrictMath.sin(geodetic) * StrictMath.sin(geodetic));
        double speed = TURN * (normal + altitude) * StrictMath.cos(geodetic) / 1000;
        double sidereal = (280.46061837 + 360.98564736629 * (day - J2000) + longitude) * DEGREE;
        return -speed * StrictMath.cos(declination) * StrictMath.sin(sidereal - rightAscension);
    }
}
