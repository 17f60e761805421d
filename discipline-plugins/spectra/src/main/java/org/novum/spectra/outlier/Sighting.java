package org.novum.spectra.outlier;

/**
 * How odd a spectrum is in one way, and where.
 *
 * @param oddity in which way
 * @param strength positive: standard deviations for lines and shapes, else the ratio of scatter to its stated error
 * @param from first wavelength concerned, Angstrom in vacuum as observed
 * @param to last wavelength concerned
 * @param part mean of (observed - model) / model there
 */
public record Sighting(Oddity oddity, double strength, double from, double to, double part) {}
