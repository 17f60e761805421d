package org.novum.spectra.spectrum;

/**
 * A spectrum on {@link LogGrid}. The arrays are not copied; nobody writes to them.
 *
 * @param flux mean over the pixel; 0 where nothing is known
 * @param ivar inverse variance; 0 where nothing is known
 * @param first first pixel with information
 * @param end one past the last pixel with information
 */
public record GridSpectrum(double[] flux, double[] ivar, int first, int end) {
    /** With the range of pixels that carry information. */
    public static GridSpectrum of(double[] flux, double[] ivar) {
        int first = 0;
        int end = ivar.length;
        while (first < end && ivar[first] <= 0) {
            first++;
        }
        while (end > first && ivar[end - 1] <= 0) {
            end--;
        }
        return new GridSpectrum(flux, ivar, first, end);
    }

    /** Number of pixels that carry information. */
    public int informed() {
        int count = 0;
        for (double value : ivar) {
            count += value > 0 ? 1 : 0;
        }
        return count;
    }

    /** The spectrum without information outside a range of observed wavelengths, Angstrom. */
    public GridSpectrum between(double lowest, double highest) {
        double[] kept = new double[ivar.length];
        int from = (int) Math.ceil(LogGrid.position(lowest));
        int to = (int) Math.floor(LogGrid.position(highest));
        System.arraycopy(ivar, from, kept, from, to - from + 1);
        return of(flux, kept);
    }

    /** The flux with the pixels that carry no information bridged by straight lines, for interpolation. */
    public double[] bridged() {
        double[] whole = flux.clone();
        int last = -1;
        for (int i = 0; i < whole.length; i++) {
            if (ivar[i] > 0) {
                for (int gap = last + 1; gap < i; gap++) {
                    whole[gap] = last < 0
                            ? flux[i]
                            : flux[last] + (flux[i] - flux[last]) * (gap - last) / (i - last);
                }
                last = i;
            }
        }
        for (int gap = last + 1; last >= 0 && gap < whole.length; gap++) {
            whole[gap] = flux[last];
        }
        return whole;
    }

    /** Median of flux times the square root of its inverse variance, over the pixels with information. */
    public double signalToNoise() {
        double[] ratios = new double[informed()];
        int count = 0;
        for (int i = 0; i < ivar.length; i++) {
            if (ivar[i] > 0) {
                ratios[count++] = flux[i] * Math.sqrt(ivar[i]);
            }
        }
        java.util.Arrays.sort(ratios);
        return count == 0 ? 0 : ratios[count / 2];
    }
}
