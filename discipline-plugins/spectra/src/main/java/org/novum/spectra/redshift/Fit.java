package org.novum.spectra.redshift;

import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.statistics.math.StableMath;

/**
 * How well the best model explains a spectrum, whatever the others do.
 *
 * <p>Chi-square per pixel does not tell: errors of surveys are not exact, and what templates cannot follow grows with the
 * signal-to-noise ratio. These five measures are relative to the light or to the lines themselves.
 *
 * @param unexplained share of the lines' power beyond the noise that the model does not explain; of quasars beyond z = 1.4
 *     twice what lies above the model, since troughs take light away
 * @param certainty of that share, in standard deviations
 * @param emission strongest line above the model that it does not explain, in standard deviations, among which count a third of
 *     the model's own lines and 3 % of the continuum
 * @param absorption the same below the model
 * @param band largest difference of a stretch of 256 pixels from the model, relative to it, beyond twice its error
 * @param amplitude of the model's lines in the spectrum: 1 if they are as strong as the model says, 0 if there are none
 * @param missing how certain it is that they are weaker, in standard deviations
 */
record Fit(
        double unexplained,
        double certainty,
        double emission,
        double absorption,
        double band,
        double amplitude,
        double missing) {
    /** Widths of lines in bins (standard deviation): 276, 690 and 1,660 km/s. */
    private static final double[] WIDTHS = {1, 2.5, 6};

    /** What a line of the model may be off, relative to it, and the continuum. */
    private static final double LINE_ERROR = 0.3;

    private static final double CONTINUUM_ERROR = 0.03;

    /** A stretch of the continuum in bins, and how many of it must be known. */
    private static final int STRETCH = 64;

    private static final int FEWEST = 25;

    /** The fit of a model, on the pixels and in the unit of the spectrum, of this class at this redshift. */
    static Fit of(GridSpectrum spectrum, double[] model, Candidate best) {
        Structure structure = new Structure(spectrum, model);
        boolean quasar = best.spectralClass() == SpectralClass.QSO;
        // What the forest of Lyman alpha leaves is no template's fault.
        int first = quasar ? (int) Math.ceil(LogGrid.position(1216 * (1 + best.redshift())) / Structure.BIN) : 0;
        return of(structure, Math.clamp(first, 0, Structure.BINS), FitLimits.forgivesAbsorption(best));
    }

    private static Fit of(Structure structure, int first, boolean forgiving) {
        double power = 0;
        double left = 0;
        double own = 0;
        double common = 0;
        int bins = 0;
        for (int bin = first; bin < Structure.BINS; bin++) {
            double weight = structure.weight(bin);
            double residual = forgiving ? Math.max(0, structure.left(bin)) : structure.left(bin);
            power += weight * structure.data(bin) * structure.data(bin);
            left += (forgiving ? 2 : 1) * weight * residual * residual;
            own += weight * structure.expected(bin) * structure.expected(bin);
            common += weight * structure.data(bin) * structure.expected(bin);
            bins += structure.known(bin) ? 1 : 0;
        }
        double noise = Math.sqrt((forgiving ? 4.0 : 2.0) * Math.max(1, bins));
        return new Fit(
                (left - bins) / Math.max(power - bins, 1e-9),
                (left - bins) / noise,
                line(structure, 1),
                line(structure, -1),
                band(structure),
                common / Math.max(own, 1e-9),
                (own - common) / Math.sqrt(Math.max(own, 1e-9)));
    }

    /** The strongest line of a sign that the model does not explain, by a matched filter. */
    private static double line(Structure structure, int sign) {
        double[] tolerated = tolerated(structure);
        double strongest = 0;
        for (double sigma : WIDTHS) {
            int reach = (int) (3 * sigma);
            double[] kernel = new double[2 * reach + 1];
            for (int k = -reach; k <= reach; k++) {
                kernel[k + reach] = StableMath.exp(-0.5 * (k / sigma) * (k / sigma));
            }
            for (int bin = reach; bin < Structure.BINS - reach; bin++) {
                if (structure.known(bin)) {
                    strongest = Math.max(strongest, sign * pull(structure, bin, kernel, tolerated[bin]));
                }
            }
        }
        return strongest;
    }

    private static double pull(Structure structure, int centre, double[] kernel, double tolerated) {
        int from = centre - kernel.length / 2;
        double sum = 0;
        double norm = 0;
        for (int k = 0; k < kernel.length; k++) {
            double weighted = structure.weight(from + k) * kernel[k];
            sum += weighted * structure.left(from + k);
            norm += weighted * kernel[k];
        }
        return sum / norm / Math.sqrt(1 / norm + tolerated * tolerated);
    }

    /** What templates cannot follow: parts of the model's lines within three bins, and of its continuum. */
    private static double[] tolerated(Structure structure) {
        double[] tolerated = new double[Structure.BINS];
        for (int bin = 0; bin < Structure.BINS; bin++) {
            double line = 0;
            for (int near = Math.max(0, bin - 3); near <= Math.min(Structure.BINS - 1, bin + 3); near++) {
                line = Math.max(line, Math.abs(structure.expected(near)));
            }
            double continuum = CONTINUUM_ERROR * structure.level(bin);
            tolerated[bin] = Math.sqrt(LINE_ERROR * LINE_ERROR * line * line + continuum * continuum);
        }
        return tolerated;
    }

    private static double band(Structure structure) {
        double largest = 0;
        for (int from = 0; from + STRETCH / 2 < Structure.BINS; from += STRETCH / 2) {
            double weight = 0;
            double difference = 0;
            double size = 0;
            int known = 0;
            for (int bin = from; bin < Math.min(from + STRETCH, Structure.BINS); bin++) {
                weight += structure.weight(bin);
                difference += structure.weight(bin) * structure.difference(bin);
                size += structure.weight(bin) * structure.size(bin);
                known += structure.known(bin) ? 1 : 0;
            }
            if (known >= FEWEST && size > 0) {
                largest = Math.max(largest, (Math.abs(difference) - 2 * Math.sqrt(weight)) / size);
            }
        }
        return largest;
    }

    /** The largest of the measures in units of what right answers have; above 1 the model is no good one. */
    double misfit(Candidate best) {
        return FitLimits.of(best).misfit(this);
    }
}
