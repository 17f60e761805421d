package org.novum.particledecay.scan;

/**
 * A closed range of masses.
 *
 * @param low lower end in GeV
 * @param high upper end in GeV
 */
public record MassWindow(double low, double high) {
    /** Checks that the window is not empty. */
    public MassWindow {
        if (!(low >= 0 && high > low && Double.isFinite(high))) {
            throw new ScanException("mass window [" + low + ", " + high + "] GeV is empty; give 0 <= low < high");
        }
    }

    /** Whether {@code mass} lies inside, ends included. */
    public boolean contains(double mass) {
        return mass >= low && mass <= high;
    }
}
