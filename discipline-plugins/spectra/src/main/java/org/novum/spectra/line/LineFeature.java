package org.novum.spectra.line;

import org.novum.spectra.spectrum.LogGrid;

/**
 * Features by which a redshift is recognised without any template, with their wavelengths in vacuum.
 *
 * <p>Narrow lines from NIST, broad lines at the mean observed centroids of Vanden Berk et al. (2001, AJ 122, 549, table 2).
 * How usual a feature is, is a coarse judgement in three steps, not a fit.
 */
enum LineFeature {
    O_II(3728.48, Shape.EMISSION, Rate.USUAL),
    NE_III(3869.86, Shape.EMISSION, Rate.RARE),
    H_DELTA(4102.89, Shape.EMISSION, Rate.RARE),
    H_GAMMA(4341.68, Shape.EMISSION, Rate.RARE),
    H_BETA(4862.68, Shape.EMISSION, Rate.USUAL),
    O_III_4959(4960.29, Shape.EMISSION, Rate.USUAL),
    O_III_5007(5008.24, Shape.EMISSION, Rate.USUAL),
    HE_I_5876(5877.31, Shape.EMISSION, Rate.RARE),
    O_I_6300(6302.05, Shape.EMISSION, Rate.RARE),
    N_II_6548(6549.86, Shape.EMISSION, Rate.RARE),
    H_ALPHA(6564.61, Shape.EMISSION, Rate.USUAL),
    N_II_6583(6585.27, Shape.EMISSION, Rate.USUAL),
    S_II_6716(6718.29, Shape.EMISSION, Rate.USUAL),
    S_II_6730(6732.68, Shape.EMISSION, Rate.USUAL),
    S_III_9069(9071.1, Shape.EMISSION, Rate.RARE),
    CALCIUM_K(3934.78, Shape.ABSORPTION, Rate.USUAL),
    CALCIUM_H(3969.59, Shape.ABSORPTION, Rate.USUAL),
    H_DELTA_ABSORBED(4102.89, Shape.ABSORPTION, Rate.USUAL),
    G_BAND(4305.6, Shape.ABSORPTION, Rate.USUAL),
    H_GAMMA_ABSORBED(4341.68, Shape.ABSORPTION, Rate.USUAL),
    H_BETA_ABSORBED(4862.68, Shape.ABSORPTION, Rate.USUAL),
    MAGNESIUM(5176.6, Shape.ABSORPTION, Rate.USUAL),
    IRON_5270(5271.0, Shape.ABSORPTION, Rate.RARE),
    SODIUM(5894.6, Shape.ABSORPTION, Rate.USUAL),
    H_ALPHA_ABSORBED(6564.61, Shape.ABSORPTION, Rate.RARE),
    CALCIUM_8498(8500.36, Shape.ABSORPTION, Rate.RARE),
    CALCIUM_8542(8544.44, Shape.ABSORPTION, Rate.USUAL),
    CALCIUM_8662(8664.52, Shape.ABSORPTION, Rate.USUAL),
    LY_ALPHA_BROAD(1218.5, Shape.BROAD, Rate.SURE),
    SI_IV_BROAD(1398.3, Shape.BROAD, Rate.USUAL),
    C_IV_BROAD(1546.15, Shape.BROAD, Rate.SURE),
    C_III_BROAD(1905.97, Shape.BROAD, Rate.SURE),
    MG_II_BROAD(2800.26, Shape.BROAD, Rate.SURE),
    H_GAMMA_BROAD(4346.4, Shape.BROAD, Rate.USUAL),
    H_BETA_BROAD(4865.0, Shape.BROAD, Rate.USUAL),
    O_III_QUASAR(5008.24, Shape.EMISSION_OF_QUASAR, Rate.USUAL),
    O_II_QUASAR(3728.48, Shape.EMISSION_OF_QUASAR, Rate.RARE),
    H_ALPHA_BROAD(6565.0, Shape.BROAD, Rate.SURE);

    /** How a feature looks, and in what objects. */
    enum Shape {
        /** A narrow line of a galaxy's gas. */
        EMISSION,
        /** A line of a galaxy's stars, or of a star. */
        ABSORPTION,
        /** A broad line of a quasar. */
        BROAD,
        /** A narrow line of a quasar. */
        EMISSION_OF_QUASAR
    }

    /** How usual a feature is. */
    enum Rate {
        /** Nearly always seen: missed where it is missing. */
        SURE(0.7, 3),
        /** Seen in most objects of the kind. */
        USUAL(2, 0.7),
        /** Seen in some. */
        RARE(3.5, 0.1);

        /** What claiming the feature costs, in logarithms of probability. */
        final double price;

        /** What its absence costs. */
        final double absence;

        Rate(double price, double absence) {
            this.price = price;
            this.absence = absence;
        }
    }

    /** Features of one kind are scored alike. */
    record Kind(Shape shape, Rate rate) {}

    private final double wavelength;
    private final Shape shape;
    private final Rate rate;

    LineFeature(double wavelength, Shape shape, Rate rate) {
        this.wavelength = wavelength;
        this.shape = shape;
        this.rate = rate;
    }

    Shape shape() {
        return shape;
    }

    Kind kind() {
        return new Kind(shape, rate);
    }

    /** Position on the observed grid at redshift 0, to the pixel. */
    int pixel() {
        return (int) Math.round(LogGrid.position(wavelength));
    }
}
