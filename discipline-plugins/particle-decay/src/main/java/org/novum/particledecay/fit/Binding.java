package org.novum.particledecay.fit;

/** How a parameter of a model gets its value. */
public sealed interface Binding {
    /** Found by the fit. */
    record Free() implements Binding {}

    /** Given. */
    record Constant() implements Binding {}

    /**
     * A multiple of another parameter, which must be free.
     *
     * @param source name of the other parameter
     * @param factor multiple
     */
    record Scaled(String source, double factor) implements Binding {}
}
