package org.novum.fits.wavelength;

/** Wavelengths whose common logarithm grows evenly. */
public final class LogGrid {
    /** Steps of a decade in the grid that SDSS and LAMOST share: 69 km/s. */
    private static final int STEPS = 10_000;

    /** Single precision leaves about a hundredth of a step. */
    private static final double NEAR = 5e-3;

    /** The lowest step in the table: 1,000 Angstrom. */
    private static final int FIRST = 3 * STEPS;

    private static final int LAST = 5 * STEPS;

    private LogGrid() {}

    /** The table of the shared grid, made when it is first needed. */
    private static final class Shared {
        private static final double[] WAVELENGTHS = wavelengths();

        private static double[] wavelengths() {
            double[] table = new double[LAST - FIRST + 1];
            for (int step = 0; step < table.length; step++) {
                table[step] = power((double) (FIRST + step) / STEPS);
            }
            return table;
        }
    }

    /**
     * Wavelengths from their logarithms.
     *
     * <p>Where all of them are, to the precision of a float, multiples of 1e-4, they are taken to be exactly that: files
     * state them in single precision, which is 0.1 km/s off.
     *
     * @param logarithms to base 10 of the wavelengths
     * @return the wavelengths, in the unit whose logarithm was taken
     */
    public static double[] wavelengths(double[] logarithms) {
        double[] wavelengths = new double[logarithms.length];
        if (isShared(logarithms)) {
            for (int i = 0; i < logarithms.length; i++) {
                wavelengths[i] = Shared.WAVELENGTHS[(int) Math.rint(logarithms[i] * STEPS) - FIRST];
            }
        } else {
            for (int i = 0; i < logarithms.length; i++) {
                wavelengths[i] = power(logarithms[i]);
            }
        }
        return wavelengths;
    }

    /**
     * The wavelengths of an even grid.
     *
     * @param first logarithm of the first
     * @param step between neighbours
     * @param count how many
     */
    public static double[] wavelengths(double first, double step, int count) {
        double[] logarithms = new double[count];
        for (int i = 0; i < count; i++) {
            logarithms[i] = first + i * step;
        }
        return wavelengths(logarithms);
    }

    private static boolean isShared(double[] logarithms) {
        for (double logarithm : logarithms) {
            double step = logarithm * STEPS;
            if (!(step >= FIRST && step <= LAST) || Math.abs(step - Math.rint(step)) > NEAR) {
                return false;
            }
        }
        return true;
    }

    private static double power(double logarithm) {
        return StrictMath.pow(10, logarithm);
    }
}
