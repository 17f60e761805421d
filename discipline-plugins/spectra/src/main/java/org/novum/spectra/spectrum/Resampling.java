package org.novum.spectra.spectrum;

import org.novum.spectra.numeric.Selection;

/**
 * Puts a spectrum of any survey on {@link LogGrid}, pixel by pixel in proportion to the overlap.
 *
 * <p>Inverse variance is shared out like an amount, so that neither finer nor coarser pixels gain information; fluxes are
 * averaged by it. Arms that overlap add up. A survey that is on the grid already stays as it is.
 */
public final class Resampling {
    /** Overlaps below this share of a pixel are rounding of the stored wavelengths. */
    private static final double NEGLIGIBLE = 0.01;

    /** Remainders of the brightest line of the night sky, [O I] 5578.9 in vacuum: no survey subtracts it to its noise. */
    private static final int SKY_FIRST = (int) Math.floor(LogGrid.position(5574));

    private static final int SKY_END = (int) Math.ceil(LogGrid.position(5584));

    /** So many times the median flux or inverse variance is no measurement: a number written where none was measured. */
    private static final double BEYOND = 1e8;

    private Resampling() {}

    /** The spectrum on the common grid. */
    public static GridSpectrum onGrid(RawSpectrum raw) {
        double[] weighted = new double[LogGrid.PIXELS];
        double[] ivar = new double[LogGrid.PIXELS];
        double[] position = new double[raw.wavelength().length];
        for (int i = 0; i < position.length; i++) {
            position[i] = raw.wavelength()[i] > 0 ? LogGrid.position(raw.wavelength()[i]) : -1e9;
        }
        double brightest = BEYOND * typical(raw, raw.flux());
        double surest = BEYOND * typical(raw, raw.ivar());
        for (int i = 0; i < position.length; i++) {
            if (raw.usable(i) && Math.abs(raw.flux()[i]) <= brightest && raw.ivar()[i] <= surest) {
                share(edge(position, i, -1) + 0.5, edge(position, i, 1) + 0.5, raw.flux()[i], raw.ivar()[i], weighted, ivar);
            }
        }
        for (int i = 0; i < weighted.length; i++) {
            if (i >= SKY_FIRST && i < SKY_END) {
                ivar[i] = 0;
            }
            weighted[i] = ivar[i] > 0 ? weighted[i] / ivar[i] : 0;
        }
        return GridSpectrum.of(weighted, ivar);
    }

    /** Median of the absolute values of usable pixels that are not 0; infinite if there are none. */
    private static double typical(RawSpectrum raw, double[] values) {
        double[] sizes = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (raw.usable(i) && values[i] != 0) {
                sizes[count++] = Math.abs(values[i]);
            }
        }
        return count == 0 ? Double.POSITIVE_INFINITY : Selection.smallest(sizes, count, count / 2);
    }

    /** Edge of a pixel towards its neighbour; where an arm ends, the pixel is taken as symmetric. */
    private static double edge(double[] position, int pixel, int direction) {
        int neighbour = pixel + direction;
        if (neighbour >= 0
                && neighbour < position.length
                && (position[neighbour] - position[pixel]) * direction > 0
                && position[neighbour] > -1e8) {
            return (position[pixel] + position[neighbour]) / 2;
        }
        int other = pixel - direction;
        boolean known = other >= 0 && other < position.length && (position[pixel] - position[other]) * direction > 0;
        return position[pixel] + (known ? (position[pixel] - position[other]) / 2 : direction * 0.5);
    }

    private static void share(double from, double to, double flux, double ivar, double[] weighted, double[] total) {
        double width = to - from;
        if (!(width > 0)) {
            return;
        }
        int last = Math.min((int) Math.floor(to), LogGrid.PIXELS - 1);
        for (int pixel = Math.max((int) Math.floor(from), 0); pixel <= last; pixel++) {
            double overlap = Math.min(to, pixel + 1) - Math.max(from, pixel);
            if (overlap > NEGLIGIBLE) {
                double information = ivar * Math.min(1, overlap / width);
                weighted[pixel] += information * flux;
                total[pixel] += information;
            }
        }
    }
}
