package org.novum.particledecay.shape;

/** A shape on its window, waiting for parameter values. Immutable. */
@FunctionalInterface
public interface DensityFunction {
    /**
     * The normalised density for parameter values in the order of {@link Shape#parameters}.
     *
     * @throws ShapeException if the density cannot be normalised with these values
     */
    Density at(double[] parameters);
}
