package org.novum.spectra.redshift;

import java.util.ArrayList;
import java.util.List;
import org.novum.spectra.numeric.Fourier;
import org.novum.spectra.numeric.Legendre;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.Template;

/**
 * The evidence of a template at every redshift, in steps of one pixel (1e-4 in log10 of the wavelength).
 *
 * <p>All normal equations are correlations of the weighted spectrum with products of template vectors; those are
 * transformed once, when the scan is made, so that a spectrum costs a few transforms per vector, whatever the range.
 */
final class Scan {
    private static final double[][] POLYNOMIALS = Legendre.polynomials(Prior.POLYNOMIALS, LogGrid.PIXELS);

    private final Prior prior;
    private final int vectors;
    private final int firstShift;
    private final int lags;
    private final Fourier fourier;
    private final List<double[][]> products;
    private final List<double[][]> singles;

    Scan(Template template) {
        prior = new Prior(template);
        vectors = template.vectors().length;
        firstShift = template.spectralClass().firstShift();
        int lastShift = template.spectralClass().lastShift();
        lags = lastShift - firstShift + 1;
        fourier = new Fourier(Fourier.lengthFor(LogGrid.PIXELS + lags));
        List<double[]> pieces = new ArrayList<>();
        for (double[] vector : template.vectors()) {
            pieces.add(piece(vector, LogGrid.OFFSET - lastShift));
        }
        List<double[]> pairs = new ArrayList<>();
        for (int k = 0; k < vectors; k++) {
            for (int l = 0; l <= k; l++) {
                double[] pair = new double[pieces.get(k).length];
                for (int i = 0; i < pair.length; i++) {
                    pair[i] = pieces.get(k)[i] * pieces.get(l)[i];
                }
                pairs.add(pair);
            }
        }
        singles = packed(pieces);
        products = packed(pairs);
    }

    private double[] piece(double[] vector, int from) {
        double[] piece = new double[LogGrid.PIXELS + lags];
        for (int i = 0; i < piece.length; i++) {
            int at = from + i;
            piece[i] = at >= 0 && at < vector.length ? vector[at] : 0;
        }
        return piece;
    }

    /** Transforms of two sequences at a time, as real and imaginary part of one. */
    private List<double[][]> packed(List<double[]> sequences) {
        List<double[][]> transforms = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i += 2) {
            double[][] pair = new double[2][fourier.length()];
            for (int part = 0; part < 2 && i + part < sequences.size(); part++) {
                double[] sequence = sequences.get(i + part);
                System.arraycopy(sequence, 0, pair[part], 0, sequence.length);
            }
            fourier.forward(pair);
            transforms.add(pair);
        }
        return transforms;
    }

    /**
     * The evidence curve of a spectrum.
     *
     * @return per shift, ascending from {@link #firstShift()}, minus twice the logarithm of the evidence; positive infinity
     *     where the template would need a negative amplitude
     */
    double[] curve(GridSpectrum spectrum) {
        double[][] transform = transformed(spectrum.ivar(), 1);
        double[][] cross = correlations(transform, products);
        double[] weighted = new double[LogGrid.PIXELS];
        double squares = 0;
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = spectrum.ivar()[i] * spectrum.flux()[i];
            squares += weighted[i] * spectrum.flux()[i];
        }
        double[][] data = correlations(transformed(weighted, 1), singles);
        double[][][] smooth = new double[Prior.POLYNOMIALS][][];
        for (int p = 0; p < smooth.length; p++) {
            double[] term = new double[LogGrid.PIXELS];
            for (int i = 0; i < term.length; i++) {
                term[i] = spectrum.ivar()[i] * POLYNOMIALS[p][i];
            }
            smooth[p] = correlations(transformed(term, 1), singles);
        }
        double[][] corner = corner(spectrum.ivar());
        double[] edge = edge(weighted);
        double[] curve = new double[lags];
        double[][] normal = new double[prior.terms()][prior.terms()];
        double[] right = new double[prior.terms()];
        for (int shift = 0; shift < lags; shift++) {
            int lag = lags - 1 - shift;
            int pair = 0;
            for (int k = 0; k < vectors; k++) {
                for (int l = 0; l <= k; l++) {
                    normal[k][l] = cross[pair++][lag];
                }
                right[k] = data[k][lag];
            }
            for (int p = 0; p < Prior.POLYNOMIALS; p++) {
                for (int k = 0; k < vectors; k++) {
                    normal[vectors + p][k] = smooth[p][k][lag];
                }
                System.arraycopy(corner[p], 0, normal[vectors + p], vectors, p + 1);
                right[vectors + p] = edge[p];
            }
            double amplitude = right[0] / normal[0][0];
            curve[shift] = amplitude > 0
                    ? prior.evidence(normal, right, squares, amplitude)
                    : Double.POSITIVE_INFINITY;
        }
        return curve;
    }

    /** The shift of the first element of a curve, in pixels. */
    int firstShift() {
        return firstShift;
    }

    private double[][] transformed(double[] values, double factor) {
        double[][] transform = new double[2][fourier.length()];
        for (int i = 0; i < values.length; i++) {
            transform[0][i] = values[i] * factor;
        }
        fourier.forward(transform);
        return transform;
    }

    private double[][] correlations(double[][] transform, List<double[][]> with) {
        double[][] correlations = new double[2 * with.size()][];
        double scale = 1.0 / fourier.length();
        for (int pair = 0; pair < with.size(); pair++) {
            double[][] product = new double[2][fourier.length()];
            fourier.correlate(transform, with.get(pair), product);
            fourier.inverse(product);
            for (int part = 0; part < 2; part++) {
                for (int lag = 0; lag < lags; lag++) {
                    product[part][lag] *= scale;
                }
                correlations[2 * pair + part] = product[part];
            }
        }
        return correlations;
    }

    private static double[][] corner(double[] ivar) {
        double[][] corner = new double[Prior.POLYNOMIALS][];
        for (int p = 0; p < corner.length; p++) {
            corner[p] = new double[p + 1];
            for (int q = 0; q <= p; q++) {
                double sum = 0;
                for (int i = 0; i < ivar.length; i++) {
                    sum += ivar[i] * POLYNOMIALS[p][i] * POLYNOMIALS[q][i];
                }
                corner[p][q] = sum;
            }
        }
        return corner;
    }

    private static double[] edge(double[] weighted) {
        double[] edge = new double[Prior.POLYNOMIALS];
        for (int p = 0; p < edge.length; p++) {
            for (int i = 0; i < weighted.length; i++) {
                edge[p] += weighted[i] * POLYNOMIALS[p][i];
            }
        }
        return edge;
    }
}
