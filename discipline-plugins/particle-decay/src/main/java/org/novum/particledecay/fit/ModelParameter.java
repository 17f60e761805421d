package org.novum.particledecay.fit;

/**
 * A parameter of a model.
 *
 * @param name component and parameter, such as {@code omega.mass} or {@code background.yield}
 * @param start value from which a fit starts, or the given value of a constant
 * @param lower lowest allowed value
 * @param upper highest allowed value
 * @param binding how it gets its value
 */
public record ModelParameter(String name, double start, double lower, double upper, Binding binding) {
    ModelParameter startingAt(double value) {
        return new ModelParameter(name, Math.min(Math.max(value, lower), upper), lower, upper, binding);
    }

    ModelParameter bound(Binding other) {
        return new ModelParameter(name, start, lower, upper, other);
    }
}
