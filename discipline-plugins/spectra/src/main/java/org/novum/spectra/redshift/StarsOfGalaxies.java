package org.novum.spectra.redshift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.novum.spectra.line.StellarLight;
import org.novum.spectra.numeric.Smoothing;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/**
 * The light of a galaxy's stars as a sum of stars of the Galaxy, as fast as in the galaxy (Cappellari and Emsellem 2004, PASP
 * 116, 138): the templates of stars, broadened, with smooth terms, of the width that has the most evidence.
 *
 * <p>Stars absorb where gas shines. Over a continuum of medians Balmer lines in emission are too weak, and the edges of
 * absorption lines look like weak lines, of which [O III] 4363 beside H gamma is the usual one.
 */
public final class StarsOfGalaxies implements StellarLight {
    /** Standard deviations by which the templates are broadened, in pixels: 0, 104, 173 and 276 km/s. */
    private static final double[] WIDTHS = {0, 1.5, 2.5, 4};

    /** Where the sky's [O I] 5578.9 hides stars of the Galaxy, Angstrom in vacuum: nothing is known of them there. */
    private static final double SKY_FIRST = 5564;

    private static final double SKY_END = 5598;

    /** Pixels that must tell of the stars. */
    private static final int FEWEST = 500;

    private final List<Stars> stars;

    /** With the templates of stars among these. */
    public StarsOfGalaxies(List<Template> templates) {
        stars = templates.stream()
                .filter(template -> template.spectralClass() == SpectralClass.STAR)
                .flatMap(Stars::of)
                .toList();
    }

    /**
     * Stars of one velocity dispersion.
     *
     * @param first pixel at rest from which they are known
     * @param end one past the last
     */
    private record Stars(PointFit fit, int first, int end) {
        static Stream<Stars> of(Template template) {
            double[] mean = template.vectors()[0];
            int first = 0;
            while (first < mean.length - 1 && mean[first] == mean[first + 1]) {
                first++;
            }
            int end = mean.length;
            while (end > first + 1 && mean[end - 1] == mean[end - 2]) {
                end--;
            }
            int from = first;
            int to = end;
            return DoubleStream.of(WIDTHS)
                    .mapToObj(width -> new Stars(new PointFit(broadened(template, width)), from, to));
        }

        private static Template broadened(Template template, double width) {
            double[] seen = new double[template.vectors()[0].length];
            Arrays.setAll(seen, i -> i > LogGrid.restPosition(SKY_FIRST) && i < LogGrid.restPosition(SKY_END) ? 0 : 1);
            double[] even = new double[seen.length];
            Arrays.fill(even, 1);
            double[][] vectors = new double[template.vectors().length][];
            Arrays.setAll(vectors, k -> {
                double[] whole = GridSpectrum.of(template.vectors()[k], seen).bridged();
                return width == 0 ? whole : Smoothing.gaussian(whole, even, width);
            });
            return new Template(template.spectralClass(), vectors, template.mean(), template.covariance());
        }

        /** A fit whose model goes on at the level of its edges where the stars are not known, or the spectrum is not. */
        Optional<PointFit.Fitted> fitted(GridSpectrum spectrum, double shift) {
            double[] ivar = new double[LogGrid.PIXELS];
            int from = Math.max(0, (int) Math.ceil(first - LogGrid.OFFSET + shift));
            int to = Math.min(LogGrid.PIXELS, (int) Math.floor(end - LogGrid.OFFSET + shift));
            for (int i = from; i < to; i++) {
                ivar[i] = spectrum.ivar()[i];
            }
            GridSpectrum known = GridSpectrum.of(spectrum.flux(), ivar);
            return known.informed() < FEWEST
                    ? Optional.empty()
                    : Optional.of(fit.on(known).fit(shift))
                            .filter(one -> Double.isFinite(one.evidence()))
                            .map(one -> new PointFit.Fitted(one.evidence(), continued(one.model(), known)));
        }

        private static double[] continued(double[] model, GridSpectrum known) {
            double[] inside = new double[model.length];
            Arrays.fill(inside, known.first(), known.end(), 1);
            return new GridSpectrum(model, inside, known.first(), known.end()).bridged();
        }
    }

    @Override
    public Optional<double[]> under(GridSpectrum spectrum, double redshift) {
        GridSpectrum scaled = RedshiftEngine.scaled(spectrum);
        double scale = scale(spectrum, scaled);
        return stars.stream()
                .flatMap(one -> one.fitted(scaled, LogGrid.shift(redshift)).stream())
                .min(Comparator.comparingDouble(PointFit.Fitted::evidence))
                .map(best -> Arrays.stream(best.model()).map(value -> value / scale).toArray());
    }

    private static double scale(GridSpectrum spectrum, GridSpectrum scaled) {
        for (int i = 0; i < spectrum.ivar().length; i++) {
            if (spectrum.ivar()[i] > 0) {
                return Math.sqrt(spectrum.ivar()[i] / scaled.ivar()[i]);
            }
        }
        return 1;
    }
}
