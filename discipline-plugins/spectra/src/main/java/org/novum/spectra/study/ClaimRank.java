package org.novum.spectra.study;

import java.util.List;
import java.util.Optional;
import org.novum.spectra.redshift.Explanation;
import org.novum.spectra.redshift.RedshiftEngine;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/**
 * Tests a claimed class and redshift by its rank among all classes and redshifts.
 *
 * <p>A claim means a window about its redshift. If claim and spectrum have nothing to do with each other, each window of
 * that width of each class is as likely to be claimed as any other, so that the share of windows whose evidence is no worse,
 * the claim's own among them, is a p-value.
 */
final class ClaimRank {
    private final Explanation explanation;
    private final int reach;

    /**
     * @param templates one per class
     * @param tolerance of a claim's redshift as a velocity, km/s
     */
    ClaimRank(List<Template> templates, double tolerance) {
        explanation = new Explanation(templates);
        reach = (int) Math.round(tolerance / (LogGrid.STEP * StrictMath.log(10) * LogGrid.LIGHT));
    }

    /**
     * What the test gave.
     *
     * @param better windows whose evidence is no worse than that of the claim's, itself among them
     * @param windows all of them
     * @param best window of all
     * @param behind by how much the claim's evidence is worse than the best, in units of chi-square
     */
    record Ranked(int better, int windows, Window best, double behind) {
        /** The p-value. */
        double pValue() {
            return (double) better / windows;
        }
    }

    /**
     * A window.
     *
     * @param claim class and redshift of best evidence in it, of no object
     * @param evidence minus twice the logarithm
     */
    record Window(Claim claim, double evidence) {}

    /** The rank of a claim; empty if the spectrum says too little or no template fits. */
    Optional<Ranked> rank(GridSpectrum spectrum, Claim claim) {
        if (spectrum.informed() < RedshiftEngine.FEWEST_PIXELS) {
            return Optional.empty();
        }
        Tally tally = new Tally(claim);
        // Troughs are found whatever the claim is; what is left is the same for every window.
        List<Explanation.Curve> curves = explanation.curves(
                claim.spectralClass() == SpectralClass.QSO ? explanation.untroughed(spectrum) : spectrum);
        // The claim's own window comes first: the others are compared with it.
        curves.stream()
                .filter(curve -> curve.spectralClass() == claim.spectralClass())
                .forEach(curve -> tally.own(curve, at(curve, claim)));
        for (Explanation.Curve curve : curves) {
            int width = 2 * reach + 1;
            boolean same = curve.spectralClass() == claim.spectralClass();
            int start = same ? at(curve, claim) - reach : 0;
            for (int from = start - width; from > -width; from -= width) {
                tally.other(curve, from, width);
            }
            for (int from = same ? start + width : 0; from < curve.evidence().length; from += width) {
                tally.other(curve, from, width);
            }
        }
        return Double.isInfinite(tally.best.evidence())
                ? Optional.empty()
                : Optional.of(new Ranked(
                        tally.better, tally.windows, tally.best, tally.claimed - tally.best.evidence()));
    }

    private static int at(Explanation.Curve curve, Claim claim) {
        int at = (int) Math.round(LogGrid.shift(claim.redshift())) - claim.spectralClass().firstShift();
        return Math.clamp(at, 0, curve.evidence().length - 1);
    }

    /** Counts windows. */
    private final class Tally {
        private int better = 1;
        private int windows = 1;
        private double claimed = Double.POSITIVE_INFINITY;
        private Window best;

        Tally(Claim claim) {
            best = new Window(claim, Double.POSITIVE_INFINITY);
        }

        void own(Explanation.Curve curve, int at) {
            claimed = lowest(curve, at - reach, 2 * reach + 1);
        }

        void other(Explanation.Curve curve, int from, int width) {
            double evidence = lowest(curve, from, width);
            windows++;
            better += evidence <= claimed ? 1 : 0;
        }

        private double lowest(Explanation.Curve curve, int from, int width) {
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = Math.max(0, from); i < Math.min(curve.evidence().length, from + width); i++) {
                lowest = Math.min(lowest, curve.evidence()[i]);
                if (curve.evidence()[i] < best.evidence()) {
                    best = new Window(
                            new Claim("", curve.spectralClass(), curve.redshifts()[i]), curve.evidence()[i]);
                }
            }
            return lowest;
        }
    }
}
