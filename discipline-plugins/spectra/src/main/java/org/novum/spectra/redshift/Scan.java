package org.novum.spectra.redshift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.novum.spectra.numeric.Correlator;
import org.novum.spectra.numeric.Legendre;
import org.novum.spectra.numeric.Products;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.Template;

/**
 * The evidence of a template at every redshift, in steps of one pixel (1e-4 in log10 of the wavelength) or two.
 *
 * <p>All normal equations are correlations of the weighted spectrum with products of template vectors; those are
 * transformed once, when the scan is made, so that a spectrum costs a few transforms per vector, whatever the range.
 */
final class Scan {
    private static final double[][] POLYNOMIALS = Legendre.polynomials(Prior.POLYNOMIALS, LogGrid.PIXELS);

    private final int vectors;
    private final int firstShift;
    private final int step;
    private final int count;
    private final LagEvidence evidence;
    private final Correlator correlator;
    private final List<double[][][]> products = new ArrayList<>();
    private final List<double[][][]> pairs = new ArrayList<>();
    private final List<double[][][]> singles = new ArrayList<>();

    /** Arrays of correlations, which are as large as the rest of the work's memory together: used again and again. */
    private final Queue<double[][][]> spare = new ConcurrentLinkedQueue<>();

    /** Of a template at every pixel. */
    Scan(Template template) {
        this(template, 1);
    }

    /**
     * Of a template.
     *
     * @param step in pixels, 1 or 2
     */
    Scan(Template template, int step) {
        evidence = new LagEvidence(new Prior(template));
        vectors = template.vectors().length;
        this.step = step;
        int lastShift = template.shifts().last();
        count = (lastShift - template.shifts().first()) / step + 1;
        firstShift = lastShift - step * (count - 1);
        int lags = step * (count - 1) + 1;
        correlator = new Correlator(LogGrid.PIXELS, lags, step);
        List<double[]> pieces = new ArrayList<>();
        for (double[] vector : template.vectors()) {
            pieces.add(piece(vector, LogGrid.OFFSET - lastShift, LogGrid.PIXELS + lags));
        }
        List<double[]> squares = new ArrayList<>();
        for (int k = 0; k < vectors; k++) {
            for (int l = 0; l <= k; l++) {
                double[] square = new double[pieces.get(k).length];
                for (int i = 0; i < square.length; i++) {
                    square[i] = pieces.get(k)[i] * pieces.get(l)[i];
                }
                squares.add(square);
            }
        }
        pack(squares, products);
        pack(pieces, pairs);
        double[] nothing = new double[LogGrid.PIXELS + lags];
        pieces.forEach(piece -> singles.add(correlator.sequence(piece, nothing)));
    }

    private static double[] piece(double[] vector, int from, int length) {
        double[] piece = new double[length];
        for (int i = 0; i < piece.length; i++) {
            // Beyond its ends a template goes on at the level of its edge, as between pixels too.
            piece[i] = vector[Math.max(0, Math.min(vector.length - 1, from + i))];
        }
        return piece;
    }

    /** Two sequences at a time, as real and imaginary part of one. */
    private void pack(List<double[]> sequences, List<double[][][]> into) {
        for (int i = 0; i < sequences.size(); i += 2) {
            double[] real = sequences.get(i);
            double[] imaginary = i + 1 < sequences.size() ? sequences.get(i + 1) : new double[real.length];
            into.add(correlator.sequence(real, imaginary));
        }
    }

    /**
     * The evidence curve of a spectrum.
     *
     * @return per shift, ascending from {@link #firstShift()} in steps of {@link #step()}, minus twice the logarithm of the evidence; positive infinity
     *     where the template would need a negative amplitude
     */
    double[] curve(GridSpectrum spectrum) {
        double[] ivar = spectrum.ivar();
        double[] weighted = new double[LogGrid.PIXELS];
        double squares = 0;
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = ivar[i] * spectrum.flux()[i];
            squares += weighted[i] * spectrum.flux()[i];
        }
        double[][] terms = new double[Prior.POLYNOMIALS][LogGrid.PIXELS];
        for (int p = 0; p < terms.length; p++) {
            for (int i = 0; i < ivar.length; i++) {
                terms[p][i] = ivar[i] * POLYNOMIALS[p][i];
            }
        }
        int all = vectors + Prior.POLYNOMIALS;
        double[][] normal = new double[all * (all + 1) / 2][];
        double[][] right = new double[all][];
        double[][][] work = Optional.ofNullable(spare.poll()).orElseGet(this::work);
        Iterator<double[][]> next = Arrays.asList(work).iterator();
        double[][][] plain = correlator.signal(ivar);
        for (int pair = 0; pair < products.size(); pair++) {
            double[][] both = correlated(plain, products.get(pair), next.next());
            normal[2 * pair] = both[0];
            if (2 * pair + 1 < vectors * (vectors + 1) / 2) {
                normal[2 * pair + 1] = both[1];
            }
        }
        // The first polynomial is 1: its products with the weights are the weights.
        for (int pair = 0; pair < pairs.size(); pair++) {
            double[][] both = correlated(plain, pairs.get(pair), next.next());
            for (int part = 0; part < 2 && 2 * pair + part < vectors; part++) {
                normal[at(vectors, 2 * pair + part)] = both[part];
            }
        }
        double[][][] dataAndFirst = correlator.signals(weighted, terms[1]);
        double[][][] others = correlator.signals(terms[2], terms[3]);
        for (int k = 0; k < vectors; k++) {
            double[][] both = correlated(dataAndFirst, singles.get(k), next.next());
            right[k] = both[0];
            normal[at(vectors + 1, k)] = both[1];
            both = correlated(others, singles.get(k), next.next());
            normal[at(vectors + 2, k)] = both[0];
            normal[at(vectors + 3, k)] = both[1];
        }
        for (int p = 0; p < Prior.POLYNOMIALS; p++) {
            for (int q = 0; q <= p; q++) {
                normal[at(vectors + p, vectors + q)] = new double[] {Products.dot(terms[p], POLYNOMIALS[q], ivar.length)};
            }
            right[vectors + p] = new double[] {Products.dot(weighted, POLYNOMIALS[p], ivar.length)};
        }
        double[] curve = reversed(evidence.curve(normal, right, squares, count));
        spare.add(work);
        return curve;
    }

    private double[][][] work() {
        return new double[products.size() + pairs.size() + 2 * vectors][2][correlator.length()];
    }

    private double[][] correlated(double[][][] signal, double[][][] sequence, double[][] into) {
        correlator.correlate(signal, sequence, into);
        return into;
    }

    private static int at(int row, int column) {
        return row * (row + 1) / 2 + column;
    }

    /** Lags run against shifts. */
    private static double[] reversed(double[] curve) {
        double[] reversed = new double[curve.length];
        for (int i = 0; i < curve.length; i++) {
            reversed[i] = curve[curve.length - 1 - i];
        }
        return reversed;
    }

    /** The shift of the first element of a curve, in pixels. */
    int firstShift() {
        return firstShift;
    }

    /** From one element of a curve to the next, in pixels. */
    int step() {
        return step;
    }
}
