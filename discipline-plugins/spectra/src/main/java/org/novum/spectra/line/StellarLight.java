package org.novum.spectra.line;

import java.util.Optional;
import org.novum.spectra.spectrum.GridSpectrum;

/** What the stars of a galaxy shine under its emission lines, absorption lines and all. */
@FunctionalInterface
public interface StellarLight {
    /** Of no stars: a continuum of medians is all there is. */
    StellarLight NONE = (_, _) -> Optional.empty();

    /**
     * The stars' light.
     *
     * @param spectrum in whose emission lines no pixel carries information
     * @param redshift of the galaxy
     * @return on the pixels of the grid, in the unit of the flux; empty if too little of the spectrum tells
     */
    Optional<double[]> under(GridSpectrum spectrum, double redshift);
}
