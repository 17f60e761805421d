package org.novum.spectra.redshift;

import java.util.Arrays;
import java.util.Optional;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.Template;

/**
 * Finds the troughs of a broad-absorption-line quasar, so that its redshift can be sought without them.
 *
 * <p>Troughs eat the blue sides of emission lines and move every template that has none to the red. As for the quasars of
 * SDSS's sixteenth release (Lyke et al. 2020, ApJS 250, 8; Guo and Martini 2019, ApJ 879, 72), what lies below the model up to
 * 25,000 km/s to the blue of a resonance line is left out and the quasar sought anew, until it stays where it is. A quasar is
 * one of these only if a trough is 2,000 km/s wide and a tenth deep (Weymann et al. 1991, ApJ 373, 23); all its troughs of
 * 500 km/s are then left out.
 */
final class Troughs {
    /** Lines that absorb, Angstrom in vacuum at rest: Lyman alpha, N V, Si IV, C IV, Al III, Mg II. */
    private static final double[] LINES = {1215.67, 1240.8, 1398.3, 1549.06, 1857.0, 2799.0};

    private static final double PIXEL = LogGrid.STEP * StrictMath.log(10) * LogGrid.LIGHT;

    /** Reach of outflows, and by how much the redshift at which troughs are sought may be too low, in pixels. */
    private static final double BLUEWARD = 25_000 / PIXEL;

    private static final double REDWARD = 3000 / PIXEL;

    /** Standard deviations below the model, errors of templates among them. */
    private static final double BELOW = 2;

    /** Part of the light that is missing at least. */
    private static final double DEPTH = 0.1;

    /** Widths in bins of four pixels: 500 km/s, and 2,000 km/s for a broad absorption line. */
    private static final int NARROWEST = 2;

    private static final int BROAD = 8;

    private final RobustFit robust;

    Troughs(Template quasar) {
        robust = new RobustFit(quasar);
    }

    /**
     * The spectrum without the troughs of a quasar at a shift.
     *
     * @param seen where troughs are sought
     * @param fitted what the model is fitted to: the same, or what an earlier search has left of it
     * @return empty if it has no broad absorption lines there
     */
    Optional<GridSpectrum> without(GridSpectrum seen, GridSpectrum fitted, double shift) {
        Optional<double[]> model = robust.model(RobustFit.Binned.of(fitted), shift);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        RobustFit.Binned binned = RobustFit.Binned.of(seen);
        boolean[] low = new boolean[binned.flux().length];
        boolean broad = false;
        int from = 0;
        for (int i = 0; i <= low.length; i++) {
            if (i < low.length && absorbed(binned, model.get(), i) && reached(i, shift)) {
                continue;
            }
            if (i - from >= NARROWEST) {
                Arrays.fill(low, Math.max(0, from - 1), Math.min(low.length, i + 1), true);
                broad |= i - from >= BROAD && !inForest(from, shift);
            }
            from = i + 1;
        }
        return broad ? Optional.of(masked(seen, low)) : Optional.empty();
    }

    private static boolean absorbed(RobustFit.Binned binned, double[] model, int bin) {
        double missing = model[bin] - binned.flux()[bin];
        return binned.weight()[bin] > 0
                && missing > DEPTH * model[bin]
                && missing * Math.sqrt(binned.weight()[bin]) > BELOW;
    }

    /** Whether the gas of a quasar at this shift can absorb there. */
    private static boolean reached(int bin, double shift) {
        double rest = RobustFit.BIN * (bin + 0.5) - shift;
        for (double line : LINES) {
            double velocity = rest - LogGrid.position(line);
            if (velocity > -BLUEWARD && velocity < REDWARD) {
                return true;
            }
        }
        return inForest(bin, shift);
    }

    private static boolean inForest(int bin, double shift) {
        return RobustFit.BIN * bin - shift < LogGrid.position(LINES[0]);
    }

    private static GridSpectrum masked(GridSpectrum spectrum, boolean[] low) {
        double[] ivar = spectrum.ivar().clone();
        for (int i = 0; i < low.length * RobustFit.BIN; i++) {
            if (low[i / RobustFit.BIN]) {
                ivar[i] = 0;
            }
        }
        return GridSpectrum.of(spectrum.flux(), ivar);
    }
}
