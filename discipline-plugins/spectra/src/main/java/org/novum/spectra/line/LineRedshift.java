package org.novum.spectra.line;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;

/**
 * A redshift from lines alone, by no template: emission and absorption lines are found as places that lie significantly
 * above or below the continuum, and each redshift is scored by how many features of the list fall on such places.
 *
 * <p>A feature adds the logarithm of the likelihood ratio of a line to no line, half its significance squared, less the
 * price of claiming it; one that should be seen and is not costs something. No feature alone counts for more than
 * {@value #MOST}, so that a cosmic ray is not a redshift. Score and templates have nothing in common but the pixels.
 */
public final class LineRedshift {
    /** Most that a feature can add. */
    private static final double MOST = 18;

    private static final double NARROW = 1.7;
    private static final double ABSORBED = 3;
    private static final double BROAD = 18;
    private static final double LEVEL = 110;

    /** Redshifts nearer than this are one, in pixels: 3,000 km/s. */
    private static final int NEAR = 43;

    /** Pixels by which a redshift may be off the lines. */
    private static final int SLACK = 2;

    private final double[] galaxies;
    private final double[] quasars;

    /** Scores all redshifts of a spectrum. */
    public LineRedshift(GridSpectrum spectrum) {
        double[] continuum = Continuum.of(spectrum, new boolean[spectrum.flux().length]);
        double[] narrow = Significance.narrow(spectrum, continuum, NARROW);
        double[] absorbed = Significance.narrow(spectrum, continuum, ABSORBED);
        for (int i = 0; i < absorbed.length; i++) {
            absorbed[i] = -absorbed[i];
        }
        double[] broad = Significance.broad(spectrum, BROAD, LEVEL);
        Map<LineFeature.Shape, double[]> maps = new EnumMap<>(LineFeature.Shape.class);
        maps.put(LineFeature.Shape.EMISSION, narrow);
        maps.put(LineFeature.Shape.EMISSION_OF_QUASAR, narrow);
        maps.put(LineFeature.Shape.ABSORPTION, absorbed);
        maps.put(LineFeature.Shape.BROAD, broad);
        galaxies = new double[SpectralClass.GALAXY.lastShift() - SpectralClass.GALAXY.firstShift() + 1];
        quasars = new double[SpectralClass.QSO.lastShift() - SpectralClass.QSO.firstShift() + 1];
        Map<LineFeature.Kind, double[]> known = new HashMap<>();
        for (LineFeature feature : LineFeature.values()) {
            double[] scores = known.computeIfAbsent(
                    feature.kind(), kind -> scores(maps.get(kind.shape()), spectrum.ivar(), kind.rate()));
            switch (feature.shape()) {
                case EMISSION, ABSORPTION -> add(galaxies, scores, feature.pixel() + SpectralClass.GALAXY.firstShift());
                case BROAD, EMISSION_OF_QUASAR ->
                    add(quasars, scores, feature.pixel() + SpectralClass.QSO.firstShift());
            }
        }
    }

    private static double[] scores(double[] significance, double[] ivar, LineFeature.Rate rate) {
        double[] scores = new double[significance.length];
        for (int i = 0; i < scores.length; i++) {
            double positive = Math.max(0, significance[i]);
            double gain = Math.max(-rate.absence, Math.min(MOST, 0.5 * positive * positive) - rate.price);
            scores[i] = ivar[i] > 0 ? gain : 0;
        }
        return scores;
    }

    private static void add(double[] sums, double[] scores, int pixel) {
        int end = Math.min(sums.length, scores.length - pixel);
        for (int i = Math.max(0, -pixel); i < end; i++) {
            sums[i] += scores[pixel + i];
        }
    }

    /**
     * What the lines say of a class.
     *
     * @param redshift of the best score
     * @param score in logarithms of the likelihood ratio to no line at all
     * @param margin by which every redshift farther than 3,000 km/s is worse
     */
    public record Found(double redshift, double score, double margin) {}

    /** The best redshift for a class: broad lines for quasars, narrow ones and absorption for galaxies and stars. */
    public Found found(SpectralClass spectralClass) {
        double[] scores = scores(spectralClass);
        int best = best(scores, Integer.MIN_VALUE / 2);
        int rival = best(scores, best);
        return new Found(LogGrid.redshift(best + first(spectralClass)), scores[best], scores[best] - scores[rival]);
    }

    /** The score of a redshift for a class; the best within two pixels. */
    public double score(SpectralClass spectralClass, double redshift) {
        double[] scores = scores(spectralClass);
        int at = (int) Math.round(LogGrid.shift(redshift)) - first(spectralClass);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, at - SLACK); i <= Math.min(scores.length - 1, at + SLACK); i++) {
            best = Math.max(best, scores[i]);
        }
        return best;
    }

    /**
     * The share of all windows of five pixels (345 km/s) that score no worse than that of a redshift: a p-value if redshift
     * and lines have nothing to do with each other.
     */
    public double rank(SpectralClass spectralClass, double redshift) {
        double[] scores = scores(spectralClass);
        double claimed = score(spectralClass, redshift);
        int better = 0;
        int windows = 0;
        for (int from = 0; from < scores.length; from += 2 * SLACK + 1) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = from; i < Math.min(scores.length, from + 2 * SLACK + 1); i++) {
                best = Math.max(best, scores[i]);
            }
            windows++;
            better += best >= claimed ? 1 : 0;
        }
        return (double) Math.max(1, better) / windows;
    }

    private double[] scores(SpectralClass spectralClass) {
        return spectralClass == SpectralClass.QSO ? quasars : galaxies;
    }

    private static int first(SpectralClass spectralClass) {
        return spectralClass == SpectralClass.QSO ? SpectralClass.QSO.firstShift() : SpectralClass.GALAXY.firstShift();
    }

    private static int best(double[] scores, int excluded) {
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            if (Math.abs(i - excluded) > NEAR && (best < 0 || scores[i] > scores[best])) {
                best = i;
            }
        }
        return best;
    }
}
