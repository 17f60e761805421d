package org.novum.fits.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.novum.fits.spectrum.FluxUnit;
import org.novum.fits.spectrum.SpectrumException;

/** What the units that a file states mean for its numbers. */
final class Units {
    private static final Set<String> UNCALIBRATED =
            Set.of("", "1", "relative", "relative flux", "counts", "count", "adu", "electron", "electrons", "dimensionless");

    private static final Pattern LOGARITHM = Pattern.compile("dex|ang|log\\(?(10\\()?a\\)");

    private Units() {}

    /** Unit of a flux that its survey calibrates: as stated, or as the survey documents it. */
    static FluxUnit calibrated(Optional<String> stated) {
        return stated.map(FluxUnit::of).orElse(FluxUnit.SURVEY);
    }

    /** Unit of a flux whose survey leaves the scale open. */
    static FluxUnit relative(Optional<String> stated) {
        return stated.filter(unit -> !UNCALIBRATED.contains(unit.toLowerCase(Locale.ROOT)))
                .map(FluxUnit::of)
                .orElse(FluxUnit.RELATIVE);
    }

    /**
     * Logarithms of Angstrom are meant where nothing is stated.
     *
     * @throws SpectrumException if the unit is that of something else
     */
    static void requireLogarithm(Optional<String> stated) {
        String unit = stated.orElse("dex").toLowerCase(Locale.ROOT);
        if (!LOGARITHM.matcher(unit).find()) {
            throw new SpectrumException("wrong unit: the logarithm of the wavelength is in '" + stated.orElse("") + "'");
        }
    }

    /** How many Angstrom one unit of a wavelength axis is; Angstrom where nothing is stated. */
    static double angstroms(Optional<String> stated) {
        String unit = stated.orElse("Angstrom").toLowerCase(Locale.ROOT).replace("å", "a");
        return switch (unit) {
            case "angstrom", "angstroms", "ang", "a", "0.1 nm", "10**-10 m", "1e-10 m" -> 1;
            case "nm", "nanometer", "nanometers" -> 10;
            case "um", "micron", "microns", "micrometer" -> 1e4;
            case "m", "meter", "metre" -> 1e10;
            default -> throw new SpectrumException("wrong unit: the wavelength is in '" + stated.orElse("") + "'");
        };
    }
}
