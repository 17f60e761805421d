package org.novum.particledecay.shape;

/**
 * Closed mass interval in which a spectrum is described; any mass unit, the same for everything on it.
 *
 * @param lower lower edge, at least 0
 * @param upper upper edge, above {@code lower}
 */
public record Window(double lower, double upper) {
    public Window {
        if (!(lower >= 0) || !(upper > lower) || upper == Double.POSITIVE_INFINITY) {
            throw new ShapeException("a mass window needs 0 <= lower < upper, both finite; got [" + lower + ", " + upper
                    + "]: correct the mass range");
        }
    }

    /** Upper minus lower edge. */
    public double width() {
        return upper - lower;
    }

    /** Midpoint. */
    public double centre() {
        return 0.5 * (lower + upper);
    }

    /** Whether a mass lies in the window, edges included; false for NaN. */
    public boolean contains(double mass) {
        return mass >= lower && mass <= upper;
    }

    /** The nearest mass inside the window. */
    public double clamp(double mass) {
        return Math.min(Math.max(mass, lower), upper);
    }
}
