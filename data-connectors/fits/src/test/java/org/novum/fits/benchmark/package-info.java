/** Measurements of the connector, run by hand. */
@org.jspecify.annotations.NullMarked
package org.novum.fits.benchmark;
