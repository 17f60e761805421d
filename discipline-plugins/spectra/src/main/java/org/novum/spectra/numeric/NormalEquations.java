package org.novum.spectra.numeric;

/** Normal equations of weighted linear least squares over the pixels of a spectrum. */
public final class NormalEquations {
    private final double[] weight;
    private final double[] weightedFlux;

    /**
     * For one spectrum. The arrays are not copied.
     *
     * @param weight of each pixel
     * @param weightedFlux weight times flux of each pixel
     */
    public NormalEquations(double[] weight, double[] weightedFlux) {
        this.weight = weight;
        this.weightedFlux = weightedFlux;
    }

    /**
     * Sums over the pixels.
     *
     * @param terms as long as the spectrum
     * @param free so many terms from the first on are summed with each other and with the rest; the rest not with the rest
     * @param normal lower triangle of the sums of weight times two terms; written where they are summed
     * @param right sums of weighted flux times a term; written for the first {@code free}
     */
    public void sum(double[][] terms, int free, double[][] normal, double[] right) {
        double[] weighted = new double[weight.length];
        for (int k = 0; k < terms.length; k++) {
            double[] term = terms[k];
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] = weight[i] * term[i];
            }
            Products.dots(weighted, terms, Math.min(k + 1, free), normal[k]);
        }
        Products.dots(weightedFlux, terms, free, right);
    }
}
