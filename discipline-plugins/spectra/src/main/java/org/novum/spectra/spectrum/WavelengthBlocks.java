package org.novum.spectra.spectrum;

/**
 * Splits the evidence of one spectrum: blocks of {@value #WIDTH} pixels (5.9 % of the wavelength) are explored and
 * confirm in turn, the same blocks for every object. The noise of different pixels is independent.
 */
public enum WavelengthBlocks {
    /** Blocks 0, 2, 4, …: those that choose a claim. */
    EXPLORATION,
    /** Blocks 1, 3, 5, …: those that test a claim. */
    CONFIRMATION;

    /** Pixels of a block. */
    public static final int WIDTH = 256;

    /** Whether a pixel of the grid is in one of these blocks. */
    public boolean holds(int pixel) {
        return pixel / WIDTH % 2 == ordinal();
    }

    /** The spectrum without information outside these blocks. */
    public GridSpectrum of(GridSpectrum spectrum) {
        double[] flux = spectrum.flux().clone();
        double[] ivar = spectrum.ivar().clone();
        for (int i = 0; i < ivar.length; i++) {
            if (!holds(i)) {
                flux[i] = 0;
                ivar[i] = 0;
            }
        }
        return GridSpectrum.of(flux, ivar);
    }
}
