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

    private static final int WIDTH = 256;

    /** The spectrum without information outside these blocks. */
    public GridSpectrum of(GridSpectrum spectrum) {
        double[] kept = spectrum.ivar().clone();
        for (int i = 0; i < kept.length; i++) {
            if (i / WIDTH % 2 != ordinal()) {
                kept[i] = 0;
            }
        }
        return GridSpectrum.of(spectrum.flux(), kept);
    }
}
