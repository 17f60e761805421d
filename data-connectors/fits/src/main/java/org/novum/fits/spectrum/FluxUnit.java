package org.novum.fits.spectrum;

import java.util.Map;

/**
 * Unit of a flux per wavelength.
 *
 * @param symbol as rows state it
 * @param scale what the file's numbers are multiplied by to be in it
 */
public record FluxUnit(String symbol, double scale) {
    /** The symbol of calibrated fluxes. */
    public static final String CALIBRATED = "1e-17 erg s-1 cm-2 Angstrom-1";

    /** Calibrated fluxes as the surveys write them. */
    public static final FluxUnit SURVEY = new FluxUnit(CALIBRATED, 1);

    /** A shape without scale. */
    public static final FluxUnit RELATIVE = new FluxUnit("relative", 1);

    /** One unit of {@link #CALIBRATED}, in erg, seconds and centimetres. */
    private static final double SURVEY_SCALE = 1e-17 * 1e8;

    /**
     * The unit that a file states for a flux per wavelength, in any of the usual spellings:
     * {@code 1E-17 erg/cm^2/s/Ang}, {@code 10**-17 erg/(s cm2 Angstrom)}, {@code W m-2 um-1}, {@code relative}.
     *
     * @throws SpectrumException if it is the unit of something else
     */
    public static FluxUnit of(String stated) {
        if (stated.strip().equalsIgnoreCase("relative")) {
            return RELATIVE;
        }
        UnitText.Value value = UnitText.parse(stated);
        if (value == null || !value.powers().equals(Map.of("erg", 1, "s", -1, "cm", -3))) {
            throw new SpectrumException("wrong unit: '" + stated + "' is no flux per wavelength");
        }
        double scale = value.factor() / SURVEY_SCALE;
        return new FluxUnit(CALIBRATED, Math.abs(scale - 1) < 1e-9 ? 1 : scale);
    }
}
