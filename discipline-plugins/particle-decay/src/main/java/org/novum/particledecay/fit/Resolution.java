package org.novum.particledecay.fit;

/** How a peak's resolution is treated. */
public sealed interface Resolution {
    /** Fitted, starting from the hypothesis's value. */
    record Fitted() implements Resolution {}

    /** Held at the hypothesis's value. */
    record Known() implements Resolution {}

    /**
     * A multiple of another peak's fitted resolution, for neighbouring states seen by one detector.
     *
     * @param peak name of the other peak
     * @param factor ratio of the resolutions, often the ratio of the masses
     */
    record SameAs(String peak, double factor) implements Resolution {}
}
