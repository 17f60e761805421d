package org.novum.particledecay.shape;

/**
 * A parameter of a shape with its start value and allowed interval.
 *
 * @param name unique within the shape
 * @param start value from which a fit starts
 * @param lower lowest allowed value
 * @param upper highest allowed value; equal to {@code lower} for a constant
 */
public record ShapeParameter(String name, double start, double lower, double upper) {
    public ShapeParameter {
        if (!(lower <= start && start <= upper)) {
            throw new ShapeException("parameter " + name + " starts at " + start + ", outside its interval [" + lower
                    + ", " + upper + "]: move the start value inside");
        }
    }

    /** A parameter that does not vary. */
    public static ShapeParameter constant(String name, double value) {
        return new ShapeParameter(name, value, value, value);
    }

    /** Whether the interval is a single value. */
    public boolean isConstant() {
        return lower == upper;
    }
}
