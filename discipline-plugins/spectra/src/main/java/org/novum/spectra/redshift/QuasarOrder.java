package org.novum.spectra.redshift;

import java.util.Comparator;
import java.util.List;
import org.novum.spectra.line.LineRedshift;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/** Scores shifts of a quasar by what absorbs nothing: the robust fit, and the lines that stand above the continuum. */
final class QuasarOrder {
    /** What the lines' score weighs beside the robust score. */
    private static final double LINES = 1;

    /** Step in pixels in which the best score is climbed: 276 km/s, a fraction of a broad line. */
    private static final double STEP = 4;

    private static final int MOVES = 5;

    private final RobustFit robust;
    private final RobustFit.Binned binned;
    private final LineRedshift lines;

    QuasarOrder(RobustFit robust, GridSpectrum spectrum, LineRedshift lines) {
        this.robust = robust;
        this.lines = lines;
        binned = RobustFit.Binned.of(spectrum);
    }

    /** Smaller is better. */
    double score(double shift) {
        return robust.score(binned, shift) - LINES * lines.score(SpectralClass.QSO, LogGrid.redshift(shift));
    }

    /** Shifts by their scores, the best first. */
    List<Integer> ordered(List<Integer> shifts) {
        record Scored(int shift, double score) {}
        return shifts.stream()
                .map(shift -> new Scored(shift, score(shift)))
                .sorted(Comparator.comparingDouble(Scored::score))
                .map(Scored::shift)
                .toList();
    }

    /** Where the score is best near a shift: plain chi-square follows troughs that no template has. */
    double placed(double start) {
        double shift = start;
        double left = score(shift - STEP);
        double middle = score(shift);
        double right = score(shift + STEP);
        for (int move = 0; move < MOVES && Math.min(left, right) < middle; move++) {
            if (left < right) {
                shift -= STEP;
                right = middle;
                middle = left;
                left = score(shift - STEP);
            } else {
                shift += STEP;
                left = middle;
                middle = right;
                right = score(shift + STEP);
            }
        }
        double curvature = left - 2 * middle + right;
        return curvature > 0 && !Double.isInfinite(curvature)
                ? shift + Math.max(-STEP, Math.min(STEP, STEP * (left - right) / (2 * curvature)))
                : shift;
    }
}
