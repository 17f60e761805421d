package org.novum.spectra.outlier;

/** In which way a spectrum can differ from its best explanation. */
public enum Oddity {
    /** A line that adds light. */
    EMISSION,
    /** A line that takes light away. */
    ABSORPTION,
    /** A stretch of the continuum at another level. */
    SHAPE,
    /** Scatter from pixel to pixel beyond the stated errors. */
    NOISE,
    /** Residuals where the night sky shines or the air absorbs. */
    SKY
}
