package org.novum.spectra.redshift;

import java.util.Optional;
import org.novum.spectra.numeric.Cholesky;
import org.novum.spectra.numeric.CubicSpline;
import org.novum.spectra.numeric.Legendre;
import org.novum.spectra.numeric.NormalEquations;
import org.novum.spectra.numeric.Smoothing;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.Template;

/**
 * Scores a redshift of a quasar by a loss that forgives what absorbs and not what emits.
 *
 * <p>Broad absorption troughs, the Lyman alpha forest and metal systems take light away that no template expects; nothing
 * adds light to a spectrum. So a flux below the model counts linearly beyond a threshold (Huber 1964, Ann. Math. Stat. 35,
 * 73), a flux above it in full: a redshift whose emission lines are missing is forgiven, one that leaves lines unexplained
 * is not. Works on four pixels at a time, a fraction of the width of any broad line.
 */
final class RobustFit {
    /** Pixels of a bin. */
    static final int BIN = 4;

    private static final int BINS = LogGrid.PIXELS / BIN;
    private static final int ROUNDS = 4;

    /** Threshold in standard deviations. */
    private static final double THRESHOLD = 1;

    /** What the templates cannot follow, relative to the flux. */
    private static final double MODEL_ERROR = 0.05;

    private static final double[][] POLYNOMIALS = Legendre.polynomials(Prior.POLYNOMIALS, BINS);

    private final Prior prior;
    private final double[][] splines;

    RobustFit(Template template) {
        prior = new Prior(template);
        splines = new double[template.vectors().length][];
        for (int k = 0; k < splines.length; k++) {
            splines[k] = CubicSpline.coefficients(template.vectors()[k]);
        }
    }

    /**
     * A spectrum in bins.
     *
     * @param flux mean of the bin
     * @param weight inverse variance with the model error; 0 where nothing is known
     */
    record Binned(double[] flux, double[] weight) {
        static Binned of(GridSpectrum spectrum) {
            double[] flux = new double[BINS];
            double[] ivar = new double[BINS];
            for (int i = 0; i < BINS; i++) {
                double sum = 0;
                for (int j = BIN * i; j < BIN * (i + 1); j++) {
                    sum += spectrum.ivar()[j] * spectrum.flux()[j];
                    ivar[i] += spectrum.ivar()[j];
                }
                flux[i] = ivar[i] > 0 ? sum / ivar[i] : 0;
            }
            double[] smooth = Smoothing.gaussian(flux, ivar, 2);
            double[] weight = new double[BINS];
            for (int i = 0; i < BINS; i++) {
                double floor = MODEL_ERROR * smooth[i];
                weight[i] = ivar[i] > 0 ? 1 / (1 / ivar[i] + floor * floor) : 0;
            }
            return new Binned(flux, weight);
        }
    }

    /** The score at a shift in pixels: smaller is better; comparable between shifts of one spectrum. */
    double score(Binned spectrum, double shift) {
        return fitted(spectrum, shift).map(Fitted::score).orElse(Double.POSITIVE_INFINITY);
    }

    /** The model at a shift in pixels, bin by bin; empty if the amplitude would not be positive. */
    Optional<double[]> model(Binned spectrum, double shift) {
        return fitted(spectrum, shift).map(Fitted::model);
    }

    private record Fitted(double score, double[] model) {}

    private Optional<Fitted> fitted(Binned spectrum, double shift) {
        double[][] terms = terms(shift);
        double amplitude = amplitude(spectrum, terms[0]);
        if (!(amplitude > 0)) {
            return Optional.empty();
        }
        double[] weight = spectrum.weight().clone();
        double[] model = new double[BINS];
        double score = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            score = reweighted(new Weighted(spectrum, weight, model), terms, amplitude);
        }
        return Optional.of(new Fitted(score, model));
    }

    /** A spectrum with the weights of the next round and the model of the last; both are written to. */
    private record Weighted(Binned spectrum, double[] weight, double[] model) {}

    private double[][] terms(double shift) {
        double[][] terms = new double[prior.terms()][];
        double[] fine = new double[LogGrid.PIXELS];
        for (int k = 0; k < splines.length; k++) {
            CubicSpline.sample(splines[k], LogGrid.OFFSET - shift, fine);
            terms[k] = new double[BINS];
            for (int i = 0; i < BINS; i++) {
                terms[k][i] = (fine[BIN * i] + fine[BIN * i + 1] + fine[BIN * i + 2] + fine[BIN * i + 3]) / BIN;
            }
        }
        System.arraycopy(POLYNOMIALS, 0, terms, splines.length, Prior.POLYNOMIALS);
        return terms;
    }

    private static double amplitude(Binned spectrum, double[] mean) {
        double sum = 0;
        double total = 1e-300;
        for (int i = 0; i < BINS; i++) {
            sum += spectrum.weight()[i] * spectrum.flux()[i] * mean[i];
            total += spectrum.weight()[i] * mean[i] * mean[i];
        }
        return sum / total;
    }

    /** Solves with the weights, then lowers the weights of what is absorbed. */
    private double reweighted(Weighted one, double[][] terms, double amplitude) {
        Binned spectrum = one.spectrum();
        double[] weight = one.weight();
        int n = terms.length;
        double[][] normal = new double[n][n];
        double[] coefficients = new double[n];
        double[] weightedFlux = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            weightedFlux[i] = weight[i] * spectrum.flux()[i];
        }
        new NormalEquations(weight, weightedFlux).sum(terms, n, normal, coefficients);
        // With the data's squares left out, the evidence keeps what the coefficients cost.
        double evidence = prior.evidence(normal, coefficients, 0, amplitude);
        double explained = 0;
        Cholesky.backward(normal, coefficients);
        double loss = 0;
        double quadratic = 0;
        for (int i = 0; i < BINS; i++) {
            double model = 0;
            for (int k = 0; k < n; k++) {
                model += coefficients[k] * terms[k][i];
            }
            one.model()[i] = model;
            double difference = spectrum.flux()[i] - model;
            quadratic += weight[i] * difference * difference;
            explained += weight[i] * spectrum.flux()[i] * spectrum.flux()[i];
            double deviation = difference * Math.sqrt(spectrum.weight()[i]);
            if (deviation < -THRESHOLD) {
                loss += THRESHOLD * (-2 * deviation - THRESHOLD);
                weight[i] = spectrum.weight()[i] * THRESHOLD / -deviation;
            } else {
                loss += deviation * deviation;
                weight[i] = spectrum.weight()[i];
            }
        }
        return loss + (evidence + explained - quadratic);
    }
}
