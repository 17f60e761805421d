package org.novum.particledecay.fit;

import org.novum.particledecay.shape.Shape;

/**
 * One contribution to a spectrum.
 *
 * @param name prefix of its parameters' names, unique in a model
 * @param shape density family
 * @param yield expected number of events
 */
public record Component(String name, Shape shape, Yield yield) {}
