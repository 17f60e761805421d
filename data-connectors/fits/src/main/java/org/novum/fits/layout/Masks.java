package org.novum.fits.layout;

import static org.novum.fits.spectrum.PixelFlag.BAD_SKY;
import static org.novum.fits.spectrum.PixelFlag.BRIGHT_SKY;
import static org.novum.fits.spectrum.PixelFlag.CALIBRATION;
import static org.novum.fits.spectrum.PixelFlag.FIBRE;
import static org.novum.fits.spectrum.PixelFlag.FOREIGN_LIGHT;
import static org.novum.fits.spectrum.PixelFlag.NO_DATA;
import static org.novum.fits.spectrum.PixelFlag.PARTLY_REJECTED;
import static org.novum.fits.spectrum.PixelFlag.REJECTED;

import org.novum.fits.spectrum.PixelFlag;

/** Maps the bits of the surveys' masks to {@link PixelFlag}s; bits that do not speak against a pixel map to nothing. */
final class Masks {
    /** SPPIXMASK of SDSS (https://www.sdss.org/dr17/algorithms/bitmasks/#SPPIXMASK), the bits that all exposures share. */
    static final int[] SDSS = mapping(28)
            .with(FIBRE, 0, 7, 13)
            .with(CALIBRATION, 1, 2, 3, 6, 17, 26)
            .with(REJECTED, 18, 25)
            .with(FOREIGN_LIGHT, 9, 20, 21, 28)
            .with(BAD_SKY, 22, 27)
            .with(BRIGHT_SKY, 23)
            .with(NO_DATA, 24)
            .bits;

    /** The LAMOST pipeline's six bits, BADCCD to NODATA (Luo et al. 2015, RAA 15, 1095, table 2). */
    static final int[] LAMOST = mapping(5)
            .with(REJECTED, 0)
            .with(CALIBRATION, 1, 4)
            .with(BAD_SKY, 2)
            .with(BRIGHT_SKY, 3)
            .with(NO_DATA, 5)
            .bits;

    /** The {@code specmask} of DESI's desispec. */
    static final int[] DESI = mapping(9)
            .with(PARTLY_REJECTED, 0, 2)
            .with(REJECTED, 1)
            .with(CALIBRATION, 3, 4, 7)
            .with(BRIGHT_SKY, 5)
            .with(BAD_SKY, 6)
            .with(NO_DATA, 8)
            .with(FIBRE, 9)
            .bits;

    private final int[] bits;

    private Masks(int[] bits) {
        this.bits = bits;
    }

    private static Masks mapping(int highest) {
        return new Masks(new int[highest + 1]);
    }

    private Masks with(PixelFlag flag, int... from) {
        for (int bit : from) {
            bits[bit] |= flag.bit();
        }
        return this;
    }

    /**
     * The pixels' masks in Novum's bits.
     *
     * @param masks of a survey
     * @param mapping what each of its bits is here
     */
    static int[] mapped(double[] masks, int[] mapping) {
        int[] mapped = new int[masks.length];
        for (int i = 0; i < masks.length; i++) {
            mapped[i] = masks[i] == 0 ? 0 : mapped((int) (long) Math.rint(masks[i]), mapping);
        }
        return mapped;
    }

    private static int mapped(int mask, int[] mapping) {
        int mapped = 0;
        for (int bit = 0; bit < mapping.length; bit++) {
            mapped |= (mask >>> bit & 1) == 1 ? mapping[bit] : 0;
        }
        return mapped;
    }
}
