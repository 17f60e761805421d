package org.novum.fits.spectrum;

import java.nio.file.Path;

/**
 * One file among those that a dataset reads.
 *
 * @param path where it is
 * @param label what rows and messages call it
 */
public record FileSource(Path path, String label) {}
