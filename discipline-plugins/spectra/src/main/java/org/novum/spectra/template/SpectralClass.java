package org.novum.spectra.template;

import org.novum.spectra.spectrum.LogGrid;

/** What an object can be, with the redshifts that are searched for it. */
public enum SpectralClass {
    /** Stars and gas of another galaxy. */
    GALAXY(-0.003, 1.0, 6, 0),
    /** Broad lines of an active nucleus. */
    QSO(0.03, 4.2, 4, 4),
    /** A star of the Milky Way; faster ones than 900 km/s are not known to be bound. */
    STAR(-0.003, 0.003, 8, 0);

    private final double lowest;
    private final double highest;
    private final int vectors;
    private final double smoothing;

    SpectralClass(double lowest, double highest, int vectors, double smoothing) {
        this.lowest = lowest;
        this.highest = highest;
        this.vectors = vectors;
        this.smoothing = smoothing;
    }

    /** Shift in pixels of the lowest redshift searched. */
    public int firstShift() {
        return (int) Math.floor(LogGrid.shift(lowest));
    }

    /** Shift in pixels of the highest redshift searched. */
    public int lastShift() {
        return (int) Math.ceil(LogGrid.shift(highest));
    }

    /** How many vectors its basis has, the mean among them. */
    public int vectors() {
        return vectors;
    }

    /** Width in pixels to which the vectors beyond the mean are smoothed; 0 for none. */
    public double smoothing() {
        return smoothing;
    }
}
