package org.novum.spectra.numeric;

/** Legendre polynomials over the pixels of a grid, as smooth nuisance terms. */
public final class Legendre {
    private Legendre() {}

    /**
     * The first polynomials.
     *
     * @param count of polynomials, the constant first
     * @param pixels over which the argument runs from -1 to 1
     */
    public static double[][] polynomials(int count, int pixels) {
        double[][] p = new double[count][pixels];
        for (int i = 0; i < pixels; i++) {
            double x = 2.0 * i / (pixels - 1) - 1;
            for (int order = 0; order < count; order++) {
                p[order][i] = switch (order) {
                    case 0 -> 1;
                    case 1 -> x;
                    default -> ((2 * order - 1) * x * p[order - 1][i] - (order - 1) * p[order - 2][i]) / order;
                };
            }
        }
        return p;
    }
}
