package org.novum.spectra.template;

import org.novum.spectra.spectrum.LogGrid;

/**
 * Shifts at which a template is tried, in pixels, both ends included.
 *
 * @param first lowest
 * @param last highest
 */
public record ShiftRange(int first, int last) {
    /** All that are searched for a class. */
    public static ShiftRange of(SpectralClass spectralClass) {
        return new ShiftRange(spectralClass.firstShift(), spectralClass.lastShift());
    }

    /** Those that are searched for a class and lie between two redshifts; empty if the last is below the first. */
    static ShiftRange of(SpectralClass spectralClass, double lowest, double highest) {
        return new ShiftRange(
                Math.max(spectralClass.firstShift(), (int) Math.floor(LogGrid.shift(lowest))),
                Math.min(spectralClass.lastShift(), (int) Math.ceil(LogGrid.shift(highest))));
    }
}
