package org.novum.spectra.redshift;

import java.util.Arrays;
import org.novum.spectra.numeric.Cholesky;
import org.novum.spectra.numeric.CubicSpline;
import org.novum.spectra.numeric.Legendre;
import org.novum.spectra.numeric.NormalEquations;
import org.novum.spectra.numeric.Products;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.Template;

/** Fits a template at one redshift, between the pixels of the scan as well. */
final class PointFit {
    private static final double[][] POLYNOMIALS = Legendre.polynomials(Prior.POLYNOMIALS, LogGrid.PIXELS);

    private final Prior prior;
    private final double[][] splines;

    PointFit(Template template) {
        prior = new Prior(template);
        splines = new double[template.vectors().length][];
        for (int k = 0; k < splines.length; k++) {
            splines[k] = CubicSpline.coefficients(template.vectors()[k]);
        }
    }

    /**
     * A fit. The arrays are not copied.
     *
     * @param evidence minus twice its logarithm
     * @param model on the pixels of {@link LogGrid}; 0 outside the spectrum's range
     */
    record Fitted(double evidence, double[] model) {}

    /**
     * Where the evidence peaks.
     *
     * @param shift in pixels
     * @param error of the shift in pixels, from the curvature
     * @param evidence minus twice its logarithm
     */
    record Peak(double shift, double error, double evidence) {}

    /** What does not depend on the shift: the weighted data and smooth terms of one spectrum. */
    final class Bound {
        private final GridSpectrum spectrum;
        private final int pixels;
        private final NormalEquations equations;
        private final double squares;
        private final double[][] smooth = new double[Prior.POLYNOMIALS][];
        private final double[][] smoothNormal = new double[Prior.POLYNOMIALS][Prior.POLYNOMIALS];
        private final double[] smoothRight = new double[Prior.POLYNOMIALS];

        private Bound(GridSpectrum spectrum) {
            this.spectrum = spectrum;
            pixels = spectrum.end() - spectrum.first();
            double[] weight = Arrays.copyOfRange(spectrum.ivar(), spectrum.first(), spectrum.end());
            double[] flux = Arrays.copyOfRange(spectrum.flux(), spectrum.first(), spectrum.end());
            double[] weightedFlux = product(weight, flux);
            equations = new NormalEquations(weight, weightedFlux);
            squares = Products.dot(weightedFlux, flux, pixels);
            for (int p = 0; p < Prior.POLYNOMIALS; p++) {
                smooth[p] = Arrays.copyOfRange(POLYNOMIALS[p], spectrum.first(), spectrum.end());
            }
            equations.sum(smooth, Prior.POLYNOMIALS, smoothNormal, smoothRight);
        }

        /** Minus twice the logarithm of the evidence at a shift. */
        double evidence(double shift) {
            double[][] terms = terms(shift);
            return solve(terms, new double[terms.length]);
        }

        /** The fit at a shift. */
        Fitted fit(double shift) {
            double[][] terms = terms(shift);
            double[] coefficients = new double[terms.length];
            double evidence = solve(terms, coefficients);
            double[] model = new double[LogGrid.PIXELS];
            for (int k = 0; k < terms.length; k++) {
                for (int i = 0; i < pixels; i++) {
                    model[spectrum.first() + i] += coefficients[k] * terms[k][i];
                }
            }
            return new Fitted(evidence, model);
        }

        private double[][] terms(double shift) {
            double[][] terms = new double[prior.terms()][];
            for (int k = 0; k < splines.length; k++) {
                terms[k] = new double[pixels];
                CubicSpline.sample(splines[k], spectrum.first() + LogGrid.OFFSET - shift, terms[k]);
            }
            System.arraycopy(smooth, 0, terms, splines.length, Prior.POLYNOMIALS);
            return terms;
        }

        private double solve(double[][] terms, double[] coefficients) {
            int n = terms.length;
            int vectors = splines.length;
            double[][] normal = new double[n][n];
            equations.sum(terms, vectors, normal, coefficients);
            for (int p = 0; p < Prior.POLYNOMIALS; p++) {
                System.arraycopy(smoothNormal[p], 0, normal[vectors + p], vectors, p + 1);
                coefficients[vectors + p] = smoothRight[p];
            }
            double amplitude = coefficients[0] / normal[0][0];
            if (!(amplitude > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            double evidence = prior.evidence(normal, coefficients, squares, amplitude);
            Cholesky.backward(normal, coefficients);
            return evidence;
        }

        /**
         * Climbs to the peak near a shift and places it by a parabola.
         *
         * @param start in pixels
         * @param step of the parabola in pixels: about the width of the narrowest feature
         */
        Peak peak(double start, double step) {
            double shift = start;
            double left = evidence(shift - step);
            double middle = evidence(shift);
            double right = evidence(shift + step);
            for (int move = 0; move < 12 && Math.min(left, right) < middle; move++) {
                if (left < right) {
                    shift -= step;
                    right = middle;
                    middle = left;
                    left = evidence(shift - step);
                } else {
                    shift += step;
                    left = middle;
                    middle = right;
                    right = evidence(shift + step);
                }
            }
            double curvature = left - 2 * middle + right;
            if (!(curvature > 0) || Double.isInfinite(curvature) || Math.min(left, right) < middle) {
                return new Peak(shift, step, middle);
            }
            double offset = step * (left - right) / (2 * curvature);
            return new Peak(
                    shift + offset,
                    step * Math.sqrt(2 / curvature),
                    middle - (left - right) * (left - right) / (8 * curvature));
        }

    }

    /** Prepares a spectrum. */
    Bound on(GridSpectrum spectrum) {
        return new Bound(spectrum);
    }

    private static double[] product(double[] left, double[] right) {
        double[] product = new double[left.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = left[i] * right[i];
        }
        return product;
    }
}
