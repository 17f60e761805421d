package org.novum.particledecay.fit;

/**
 * One fitted peak.
 *
 * @param name name of the hypothesis
 * @param shape chosen shape
 * @param mass fitted mass
 * @param resolution Gaussian resolution; the natural width alone for a shape without resolution has 0 here
 * @param width natural width, 0 for a shape without it
 * @param yield number of events in the window
 * @param q0 rise of the envelope when this peak is left out, at least 0
 */
public record Peak(
        String name, String shape, Estimate mass, Estimate resolution, Estimate width, Estimate yield, double q0) {
    /**
     * Local significance in standard deviations, the square root of q0 (Cowan, Cranmer, Gross, Vitells, Eur. Phys. J. C
     * 71 (2011) 1554); the fitted mass makes it local, and it knows no look-elsewhere effect.
     */
    public double localSignificance() {
        return Math.sqrt(q0);
    }
}
