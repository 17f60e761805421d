package org.novum.fits.spectrum;

/** Why a pixel is to be doubted; a mask of 0 means a good pixel, otherwise it is the sum of the flags' bits. */
public enum PixelFlag {
    /** Nothing was measured here, or the file gives no positive inverse variance. */
    NO_DATA,
    /** Flux or inverse variance is not a finite number in the file; both are 0 in the row. */
    NOT_A_NUMBER,
    /** All measurements of the pixel were rejected, by bad pixels of the detector or when exposures were combined. */
    REJECTED,
    /** Some of the measurements were hit by a cosmic ray or rejected. */
    PARTLY_REJECTED,
    /** A bright sky line: the remainder of its subtraction may be larger than the stated error. */
    BRIGHT_SKY,
    /** The sky was subtracted badly or not at all. */
    BAD_SKY,
    /** Flat field, trace, arc or flux calibration is doubtful. */
    CALIBRATION,
    /** Light of another source: scattered light, cross talk, a ghost. */
    FOREIGN_LIGHT,
    /** The fibre was broken, unplugged or on no object. */
    FIBRE;

    /** The flag's bit. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether a mask has this flag. */
    public boolean in(int mask) {
        return (mask & bit()) != 0;
    }
}
