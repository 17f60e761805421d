package org.novum.fits.hdu;

import java.util.Locale;
import nom.tam.fits.Header;
import org.jspecify.annotations.Nullable;
import org.novum.fits.spectrum.SpectrumException;

/**
 * Makes numbers of the whole ones that a compressed image of floating-point numbers holds (FITS Standard 4.0, section 10.2):
 * {@code q · ZSCALE + ZZERO}, after half a step less a random part of one was added where it was taken away.
 *
 * @param scale of each tile, or one for all
 * @param zero of each tile, or one for all
 * @param blank that means no value, of each tile, one for all, or none
 * @param dither how: 0 is not at all
 * @param seed {@code ZDITHER0}, from 1
 */
record Quantum(double[] scale, double[] zero, double[] blank, int dither, int seed) {
    /** What stands for a value that is exactly 0, in the second way of dithering. */
    private static final int EXACT_ZERO = -2_147_483_646;

    /** What stands for no value, whatever is said of it. */
    private static final int NULL = -2_147_483_647;

    private static final int RANDOM = 10_000;
    private static final int STEPS = 500;
    private static final float[] RANDOMS = randoms();

    /** The numbers that all readers of dithered images share (appendix I): of Park and Miller (1988), from 1 on. */
    private static float[] randoms() {
        float[] values = new float[RANDOM];
        long seed = 1;
        for (int i = 0; i < RANDOM; i++) {
            seed = 16_807 * seed % Integer.MAX_VALUE;
            values[i] = (float) ((double) seed / Integer.MAX_VALUE);
        }
        return values;
    }

    /** What the unit says, if its numbers were made whole ones. */
    static @Nullable Quantum of(PlainData data) {
        Header header = data.header();
        String way = header.getStringValue("ZQUANTIZ", "NO_DITHER").strip().toUpperCase(Locale.ROOT);
        double[] scale = values(data, "ZSCALE");
        if (scale.length == 0 || way.equals("NONE")) {
            return null;
        }
        double[] zero = values(data, "ZZERO");
        int dither = switch (way) {
            case "NO_DITHER" -> 0;
            case "SUBTRACTIVE_DITHER_1" -> 1;
            case "SUBTRACTIVE_DITHER_2" -> 2;
            default -> throw new SpectrumException("its numbers were made whole ones by " + way + ", which is not read here");
        };
        return new Quantum(
                scale,
                zero.length == 0 ? new double[1] : zero,
                values(data, "ZBLANK"),
                dither,
                header.getIntValue("ZDITHER0", 1));
    }

    private static double[] values(PlainData data, String name) {
        int column = TileCell.place(data.header(), name);
        double[] values = column < 0 ? null : data.column(column);
        if (values != null && values.length == data.header().getIntValue("NAXIS2")) {
            return values;
        }
        return data.header().containsKey(name) ? new double[] {data.header().getDoubleValue(name)} : new double[0];
    }

    /**
     * The numbers of a tile.
     *
     * @param tile its place, from 0
     */
    double[] numbers(int[] stored, int tile) {
        double step = at(scale, tile);
        double first = at(zero, tile);
        double none = blank.length == 0 ? NULL : at(blank, tile);
        int row = Math.floorMod(tile + seed - 1, RANDOM);
        int random = (int) (RANDOMS[row] * STEPS);
        double[] numbers = new double[stored.length];
        for (int i = 0; i < stored.length; i++) {
            int value = stored[i];
            if (value == none || value == NULL) {
                numbers[i] = Double.NaN;
            } else if (dither == 2 && value == EXACT_ZERO) {
                numbers[i] = 0;
            } else {
                numbers[i] = (dither == 0 ? value : value - (double) RANDOMS[random] + 0.5) * step + first;
            }
            random++;
            if (random == RANDOM) {
                row = (row + 1) % RANDOM;
                random = (int) (RANDOMS[row] * STEPS);
            }
        }
        return numbers;
    }

    private static double at(double[] values, int tile) {
        return values[values.length == 1 ? 0 : tile];
    }
}
