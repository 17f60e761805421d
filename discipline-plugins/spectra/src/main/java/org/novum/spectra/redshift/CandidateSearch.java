package org.novum.spectra.redshift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/** Finds the redshifts at which one class explains a spectrum best. */
final class CandidateSearch {
    /** Minima nearer than this are one, in pixels: 1,000 km/s. */
    private static final int SEPARATION = 15;

    /** Minima of a quasar's scan among which the robust score decides. */
    private static final int ROBUST = 12;

    private static final int KEPT = 4;

    /** Pixels of the metallic range that a star's velocity needs. */
    private static final int FEWEST_METALLIC = 300;

    private final SpectralClass spectralClass;
    private final Scan scan;
    private final PointFit point;
    private final RobustFit robust;

    CandidateSearch(Template template) {
        spectralClass = template.spectralClass();
        scan = new Scan(template);
        point = new PointFit(template);
        robust = new RobustFit(template);
    }

    /** A minimum of the scan. */
    private record Minimum(int shift, double evidence) {}

    /** The best candidates, best first; none if the class would need a negative amplitude everywhere. */
    List<Candidate> search(GridSpectrum spectrum) {
        double[] curve = scan.curve(spectrum);
        return switch (spectralClass) {
            case GALAXY -> sharp(spectrum, minima(curve, KEPT));
            case STAR -> stars(spectrum, sharp(spectrum, minima(curve, KEPT)));
            case QSO -> quasars(spectrum, minima(curve, ROBUST));
        };
    }

    PointFit point() {
        return point;
    }

    private List<Minimum> minima(double[] curve, int count) {
        List<Minimum> minima = new ArrayList<>();
        double[] left = curve.clone();
        while (minima.size() < count) {
            int best = 0;
            for (int i = 1; i < left.length; i++) {
                if (left[i] < left[best]) {
                    best = i;
                }
            }
            if (Double.isInfinite(left[best])) {
                break;
            }
            minima.add(new Minimum(scan.firstShift() + best, left[best]));
            java.util.Arrays.fill(
                    left,
                    Math.max(0, best - SEPARATION),
                    Math.min(left.length, best + SEPARATION + 1),
                    Double.POSITIVE_INFINITY);
        }
        return minima;
    }

    private Candidate refined(GridSpectrum spectrum, double shift, double step) {
        PointFit.Peak peak = point.peak(spectrum, shift, step);
        double redshift = LogGrid.redshift(peak.shift());
        double error = peak.error() * LogGrid.STEP * StrictMath.log(10) * (1 + redshift);
        return new Candidate(spectralClass, redshift, error, peak.evidence());
    }

    private List<Candidate> sharp(GridSpectrum spectrum, List<Minimum> minima) {
        return minima.stream()
                .map(minimum -> refined(spectrum, minimum.shift(), 0.25))
                .sorted(Comparator.comparingDouble(Candidate::evidence))
                .toList();
    }

    /** Measures the best star's velocity where its lines are many, on one arm of the spectrograph. */
    private List<Candidate> stars(GridSpectrum spectrum, List<Candidate> found) {
        GridSpectrum metallic = spectrum.between(4100, 5700);
        if (found.isEmpty() || metallic.informed() < FEWEST_METALLIC) {
            return found;
        }
        List<Candidate> measured = new ArrayList<>(found);
        Candidate best = measured.removeFirst();
        Candidate velocity = refined(metallic, LogGrid.shift(best.redshift()), 0.25);
        if (Double.isFinite(velocity.evidence())) {
            best = new Candidate(spectralClass, velocity.redshift(), velocity.error(), best.evidence());
        }
        measured.addFirst(best);
        return measured;
    }

    /** Orders a quasar's minima by the robust score; the evidence stays that of the scan, which other classes have too. */
    private List<Candidate> quasars(GridSpectrum spectrum, List<Minimum> minima) {
        RobustFit.Binned binned = RobustFit.Binned.of(spectrum);
        record Scored(Minimum minimum, double score) {}
        return minima.stream()
                .map(minimum -> new Scored(minimum, robust.score(binned, minimum.shift())))
                .sorted(Comparator.comparingDouble(Scored::score))
                .limit(KEPT)
                .map(scored -> refined(spectrum, scored.minimum().shift(), 2))
                .toList();
    }
}
