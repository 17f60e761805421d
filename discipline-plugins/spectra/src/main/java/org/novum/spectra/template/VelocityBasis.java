package org.novum.spectra.template;

import org.novum.spectra.spectrum.LogGrid;

/**
 * Vectors whose sums are spectra of a class in the rest frame, continuum and smooth deviations among them, to place a redshift
 * that is known to a pixel or two.
 *
 * @param vectors each of {@link LogGrid#REST_PIXELS} values
 * @param first first pixel that was trained
 * @param end one past the last pixel that was trained
 */
public record VelocityBasis(double[][] vectors, int first, int end) {}
