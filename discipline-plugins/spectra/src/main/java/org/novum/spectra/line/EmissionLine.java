package org.novum.spectra.line;

import org.novum.spectra.spectrum.LogGrid;

/**
 * Emission lines of galaxies and quasars, with their wavelengths in vacuum.
 *
 * <p>Optical lines from NIST and P. van Hoof's list as SDSS uses them; broad ultraviolet lines at the centroids of Vanden
 * Berk et al. (2001, AJ 122, 549, laboratory column).
 */
public enum EmissionLine {
    LY_ALPHA("Ly_alpha", 1215.67, Group.BROAD),
    N_V("N_V 1240", 1240.81, Group.BROAD),
    SI_IV("Si_IV 1397", 1399.8, Group.BROAD),
    C_IV("C_IV 1549", 1549.48, Group.BROAD),
    HE_II_1640("He_II 1640", 1640.42, Group.BROAD),
    C_III("C_III] 1908", 1908.734, Group.BROAD),
    MG_II("Mg_II 2799", 2799.117, Group.BROAD),
    O_II_3725("[O_II] 3725", 3727.092, Group.FORBIDDEN),
    O_II_3727("[O_II] 3727", 3729.875, Group.FORBIDDEN),
    NE_III_3868("[Ne_III] 3868", 3869.857, Group.FORBIDDEN),
    H_ZETA("H_zeta", 3890.151, Group.BALMER),
    NE_III_3970("[Ne_III] 3970", 3968.593, Group.FORBIDDEN),
    H_EPSILON("H_epsilon", 3971.195, Group.BALMER),
    H_DELTA("H_delta", 4102.892, Group.BALMER),
    H_GAMMA("H_gamma", 4341.684, Group.BALMER),
    O_III_4363("[O_III] 4363", 4364.435, Group.FORBIDDEN),
    HE_II_4685("He_II 4685", 4686.991, Group.FORBIDDEN),
    H_BETA("H_beta", 4862.683, Group.BALMER),
    O_III_4959("[O_III] 4959", 4960.294, Group.FORBIDDEN),
    O_III_5007("[O_III] 5007", 5008.239, Group.FORBIDDEN),
    HE_II_5411("He_II 5411", 5413.024, Group.FORBIDDEN),
    O_I_5577("[O_I] 5577", 5578.888, Group.FORBIDDEN),
    N_II_5755("[N_II] 5755", 5756.186, Group.FORBIDDEN),
    HE_I_5876("He_I 5876", 5877.308, Group.FORBIDDEN),
    O_I_6300("[O_I] 6300", 6302.046, Group.FORBIDDEN),
    S_III_6312("[S_III] 6312", 6313.806, Group.FORBIDDEN),
    O_I_6363("[O_I] 6363", 6365.535, Group.FORBIDDEN),
    N_II_6548("[N_II] 6548", 6549.859, Group.FORBIDDEN),
    H_ALPHA("H_alpha", 6564.614, Group.BALMER),
    N_II_6583("[N_II] 6583", 6585.268, Group.FORBIDDEN),
    S_II_6716("[S_II] 6716", 6718.294, Group.FORBIDDEN),
    S_II_6730("[S_II] 6730", 6732.678, Group.FORBIDDEN),
    AR_III_7135("[Ar_III] 7135", 7137.757, Group.FORBIDDEN);

    /** Lines that share their width. */
    public enum Group {
        /** Lines of thin gas, and helium. */
        FORBIDDEN,
        /** Lines of hydrogen, which may have broader wings. */
        BALMER,
        /** Ultraviolet lines of quasars, each of its own width and shift. */
        BROAD
    }

    private final String label;
    private final double wavelength;
    private final Group group;

    EmissionLine(String label, double wavelength, Group group) {
        this.label = label;
        this.wavelength = wavelength;
        this.group = group;
    }

    /** Name as SDSS writes it. */
    public String label() {
        return label;
    }

    /** At rest in vacuum, Angstrom. */
    public double wavelength() {
        return wavelength;
    }

    /** Whose width it shares. */
    public Group group() {
        return group;
    }

    /** Position on the observed grid at a shift in pixels. */
    double position(double shift) {
        return LogGrid.position(wavelength) + shift;
    }
}
