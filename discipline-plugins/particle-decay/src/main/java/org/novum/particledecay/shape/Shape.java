package org.novum.particledecay.shape;

import java.util.List;

/** A family of mass densities: named parameters, and the density for given parameter values on a window. */
public sealed interface Shape permits SignalShape, BackgroundShape {
    /** Family name with its order, as shown in reports. */
    String name();

    /** Parameters in the order that {@link DensityFunction#at} expects. */
    List<ShapeParameter> parameters(Window window);

    /** Prepares the family on a window; parameter-independent work is done here, once. */
    DensityFunction on(Window window);
}
