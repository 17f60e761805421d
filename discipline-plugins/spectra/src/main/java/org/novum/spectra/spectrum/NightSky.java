package org.novum.spectra.spectrum;

import java.util.Arrays;

/** Where the night sky shines (hydroxyl) and the air absorbs (oxygen, water): what is left there is seldom the object's. */
public final class NightSky {
    /** Angstrom in vacuum. */
    private static final double[][] BANDS = {
        {5574, 5584}, {5888, 5902}, {6297, 6307}, {6860, 6960}, {7160, 7340}, {7590, 7720}, {7740, 8060}, {8280, 8480},
        {8750, 9100}, {9300, 9700}
    };

    private NightSky() {}

    /**
     * A band on {@link LogGrid}.
     *
     * @param first pixel
     * @param end one past the last pixel
     */
    public record Band(int first, int end) {}

    /** The bands, cut to a range of pixels. */
    public static Band[] bands(int first, int end) {
        return Arrays.stream(BANDS)
                .map(band -> new Band(
                        Math.max(first, (int) Math.ceil(LogGrid.position(band[0]))),
                        Math.min(end, (int) Math.floor(LogGrid.position(band[1])) + 1)))
                .toArray(Band[]::new);
    }

    /** Per pixel of the grid whether it is in a band. */
    public static boolean[] pixels() {
        boolean[] sky = new boolean[LogGrid.PIXELS];
        for (Band band : bands(0, LogGrid.PIXELS)) {
            Arrays.fill(sky, band.first(), band.end(), true);
        }
        return sky;
    }
}
