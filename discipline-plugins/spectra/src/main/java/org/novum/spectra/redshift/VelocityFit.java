package org.novum.spectra.redshift;

import java.util.Arrays;
import java.util.Optional;
import org.novum.spectra.numeric.Cholesky;
import org.novum.spectra.numeric.InvertedGaussian;
import org.novum.spectra.numeric.NormalEquations;
import org.novum.spectra.numeric.Products;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.VelocityBasis;

/**
 * Places a redshift that is known to two pixels as SDSS does: chi-square of all pixels at whole shifts, and a Gaussian on a
 * constant through those within five pixels of the least (Bolton et al. 2012, AJ 144, 144, and the code they name).
 *
 * <p>The wells are not parabolas. Where in one the minimum lies is a convention, and differs by some km/s between a parabola
 * through three points and a curve through eleven; that of the survey is kept.
 */
final class VelocityFit {
    /** Pixels on either side of the least chi-square that the curve goes through. */
    private static final int WIDTH = 5;

    /** Pixels by which the redshift may be wrong. */
    private static final int NEAR = 2;

    private static final int REACH = WIDTH + NEAR;

    /** Fewer pixels under the basis than this, or than half of all, place nothing. */
    private static final int FEWEST = 1000;

    private final VelocityBasis basis;

    VelocityFit(VelocityBasis basis) {
        this.basis = basis;
    }

    /**
     * The place.
     *
     * @param shift in pixels
     * @param error in pixels, to where chi-square is larger by one, in units of the best fit's chi-square per pixel where
     *     that exceeds 1
     */
    record Place(double shift, double error) {}

    /**
     * Places a spectrum.
     *
     * @param near shift in pixels
     * @return empty if the basis covers too little of the spectrum, or no minimum is near
     */
    Optional<Place> place(GridSpectrum spectrum, double near) {
        int centre = (int) Math.rint(near);
        // The same pixels at all shifts.
        int first = Math.max(spectrum.first(), basis.first() - LogGrid.OFFSET + centre + REACH);
        int end = Math.min(spectrum.end(), basis.end() - LogGrid.OFFSET + centre - REACH);
        int covered = informed(spectrum, first, end);
        if (covered < Math.max(FEWEST, spectrum.informed() / 2)) {
            return Optional.empty();
        }
        Window window = Window.of(spectrum, first, end);
        double[] curve = new double[2 * REACH + 1];
        int least = WIDTH;
        for (int i = WIDTH; i <= WIDTH + 2 * NEAR; i++) {
            curve[i] = chiSquare(window, centre - REACH + i);
            least = curve[i] < curve[least] ? i : least;
        }
        for (int i = least - WIDTH; i <= least + WIDTH; i++) {
            curve[i] = i < WIDTH || i > WIDTH + 2 * NEAR ? chiSquare(window, centre - REACH + i) : curve[i];
        }
        double misfit = Math.max(1, curve[least] / (covered - basis.vectors().length));
        int shift = centre - REACH + least;
        return InvertedGaussian.through(Arrays.copyOfRange(curve, least - WIDTH, least + WIDTH + 1))
                .filter(well -> Math.abs(well.centre()) <= NEAR && well.depth() > misfit)
                .map(well -> new Place(shift + well.centre(), well.reach(misfit)));
    }

    private static int informed(GridSpectrum spectrum, int first, int end) {
        int count = 0;
        for (int i = first; i < end; i++) {
            count += spectrum.ivar()[i] > 0 ? 1 : 0;
        }
        return count;
    }

    /** What does not depend on the shift. */
    private record Window(int first, int pixels, NormalEquations equations, double squares) {
        static Window of(GridSpectrum spectrum, int first, int end) {
            double[] weight = Arrays.copyOfRange(spectrum.ivar(), first, end);
            double[] flux = Arrays.copyOfRange(spectrum.flux(), first, end);
            double[] weightedFlux = new double[weight.length];
            for (int i = 0; i < weight.length; i++) {
                weightedFlux[i] = weight[i] * flux[i];
            }
            return new Window(first, end - first, new NormalEquations(weight, weightedFlux), Products.dot(weightedFlux, flux, flux.length));
        }
    }

    private double chiSquare(Window window, int shift) {
        int pixels = window.pixels();
        int from = window.first() + LogGrid.OFFSET - shift;
        int count = basis.vectors().length;
        double[][] terms = new double[count][];
        double[][] normal = new double[count][count];
        double[] right = new double[count];
        for (int k = 0; k < count; k++) {
            terms[k] = Arrays.copyOfRange(basis.vectors()[k], from, from + pixels);
        }
        window.equations().sum(terms, count, normal, right);
        if (Double.isNaN(Cholesky.factorise(normal))) {
            return Double.POSITIVE_INFINITY;
        }
        Cholesky.forward(normal, right);
        return window.squares() - Products.dot(right, right, count);
    }
}
