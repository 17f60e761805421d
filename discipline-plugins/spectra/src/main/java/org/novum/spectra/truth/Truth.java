package org.novum.spectra.truth;

import org.novum.spectra.template.SpectralClass;

/**
 * What is known of one object.
 *
 * @param file of its spectrum
 * @param spectralClass of the object
 * @param redshift of the object
 * @param warning of the survey; 0 where it trusts itself
 * @param group a number that the spectra of one object share
 * @param velocity of a star, km/s; NaN where nobody measured it
 * @param temperature of a star, K; NaN where nobody measured it
 * @param gravity of a star, log10 of cm/s2
 * @param metallicity of a star, [Fe/H]
 * @param subclass in the survey's words; empty where it has none
 */
public record Truth(
        String file,
        SpectralClass spectralClass,
        double redshift,
        int warning,
        String group,
        double velocity,
        double temperature,
        double gravity,
        double metallicity,
        String subclass) {
    /** A survey's bit for many outliers: its templates are poor, its redshift holds. */
    private static final int MANY_OUTLIERS = 16;

    /** Whether the survey stands by class and redshift. */
    public boolean trusted() {
        return (warning & ~MANY_OUTLIERS) == 0;
    }

    /** The file's name without its folder, by which spectra are matched. */
    public String name() {
        return nameOf(file);
    }

    /** A path without its folder. */
    public static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
