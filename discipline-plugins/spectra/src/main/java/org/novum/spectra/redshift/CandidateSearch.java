package org.novum.spectra.redshift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.novum.spectra.line.LineRedshift;
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

    /** Beyond this shift, z = 1.4, C IV is in view, and with it the troughs that mislead plain chi-square. */
    private static final int TROUGHS = 3802;

    /** A quasar's redshift is sought at every second pixel, 138 km/s: no line of its templates is as narrow. */
    private static final int QUASARS = 2;

    private static final int KEPT = 4;

    /** Searches without troughs at most, and the pixels, 500 km/s, within which a redshift stays where it is. */
    private static final int ROUNDS = 6;

    private static final double SETTLED = 7;

    /** Candidates whose place is refined; those behind are rivals whose evidence counts alone. */
    private static final int REFINED = 2;

    /** Pixels of the metallic range that a star's velocity needs. */
    private static final int FEWEST_METALLIC = 300;

    private final SpectralClass spectralClass;
    private final Scan scan;
    private final PointFit point;
    private final RobustFit robust;
    private final Troughs troughs;

    CandidateSearch(Template template) {
        spectralClass = template.spectralClass();
        scan = new Scan(template, spectralClass == SpectralClass.QSO ? QUASARS : 1);
        point = new PointFit(template);
        robust = new RobustFit(template);
        troughs = new Troughs(template);
    }

    /**
     * A minimum of the scan.
     *
     * @param shift in pixels
     * @param evidence at the shift
     * @param offset of the parabola's minimum from the shift, in pixels
     * @param gain of the parabola's minimum over the shift
     * @param curvature of the parabola; 0 if the minimum lies at an end of the scan
     */
    private record Minimum(int shift, double evidence, double offset, double gain, double curvature) {
        static Minimum of(double[] curve, int at, Scan scan) {
            int shift = scan.firstShift() + scan.step() * at;
            double left = at > 0 ? curve[at - 1] : Double.POSITIVE_INFINITY;
            double right = at + 1 < curve.length ? curve[at + 1] : Double.POSITIVE_INFINITY;
            double curvature = left - 2 * curve[at] + right;
            if (!(curvature > 0) || Double.isInfinite(curvature) || Math.min(left, right) < curve[at]) {
                return new Minimum(shift, curve[at], 0, 0, 0);
            }
            double slope = left - right;
            return new Minimum(
                    shift,
                    curve[at],
                    scan.step() * slope / (2 * curvature),
                    slope * slope / (8 * curvature),
                    curvature / (scan.step() * scan.step()));
        }

        double estimate() {
            return evidence - gain;
        }
    }

    /** The best candidates, best first; none if the class would need a negative amplitude everywhere. */
    List<Candidate> search(GridSpectrum spectrum, LineRedshift lines) {
        double[] curve = scan.curve(spectrum);
        PointFit.Bound fit = point.on(spectrum);
        return switch (spectralClass) {
            case GALAXY -> sharp(fit, minima(curve, KEPT));
            case STAR -> stars(spectrum, sharp(fit, minima(curve, KEPT)));
            case QSO -> quasars(spectrum, fit, minima(curve, ROBUST), lines);
        };
    }

    /** The class that is sought. */
    SpectralClass spectralClass() {
        return spectralClass;
    }

    /**
     * Seeks a quasar anew without its broad absorption lines, until it stays where it is.
     *
     * @param found by {@link #search}
     * @return the spectrum without the troughs and the quasar found in that; empty if it has none, or its redshift no troughs
     */
    Optional<Untroughed> untroughed(GridSpectrum spectrum, Candidate found) {
        Optional<Untroughed> last = Optional.empty();
        double shift = LogGrid.shift(found.redshift());
        boolean far = spectralClass == SpectralClass.QSO && shift >= TROUGHS;
        for (int round = 0; far && round < ROUNDS && shift >= TROUGHS; round++) {
            GridSpectrum fitted = last.map(Untroughed::spectrum).orElse(spectrum);
            Optional<GridSpectrum> without = troughs.without(spectrum, fitted, shift);
            if (without.isEmpty()) {
                break;
            }
            List<Candidate> sought = search(without.get(), new LineRedshift(without.get()));
            if (sought.isEmpty()) {
                break;
            }
            last = Optional.of(new Untroughed(without.get(), sought.getFirst()));
            double moved = LogGrid.shift(sought.getFirst().redshift());
            // The first round fitted the troughs too: what it finds is not settled however near it is.
            boolean settled = round > 0 && Math.abs(moved - shift) < SETTLED;
            shift = moved;
            if (settled) {
                break;
            }
        }
        return last;
    }

    /**
     * A quasar without its broad absorption lines.
     *
     * @param spectrum in which they carry no information
     * @param quasar found there
     */
    record Untroughed(GridSpectrum spectrum, Candidate quasar) {}

    /** The model of a candidate, on the pixels and in the unit of the spectrum. */
    double[] model(GridSpectrum spectrum, Candidate candidate) {
        return point.on(spectrum).fit(LogGrid.shift(candidate.redshift())).model();
    }

    /** A candidate of this search's class with the evidence that the whole spectrum has there. */
    Candidate at(GridSpectrum spectrum, Candidate placed) {
        double evidence = point.on(spectrum).evidence(LogGrid.shift(placed.redshift()));
        return new Candidate(spectralClass, placed.redshift(), placed.error(), evidence);
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
            minima.add(Minimum.of(curve, best, scan));
            java.util.Arrays.fill(
                    left,
                    Math.max(0, best - SEPARATION / scan.step()),
                    Math.min(left.length, best + SEPARATION / scan.step() + 1),
                    Double.POSITIVE_INFINITY);
        }
        return minima;
    }

    private Candidate refined(PointFit.Bound fit, double shift, double step) {
        PointFit.Peak peak = fit.peak(shift, step);
        return candidate(peak.shift(), peak.error(), peak.evidence());
    }

    /** A minimum that is only a rival: placed by the parabola through the scan. */
    private Candidate estimated(Minimum minimum) {
        double error = minimum.curvature() > 0 ? Math.sqrt(2 / minimum.curvature()) : 1;
        return candidate(minimum.shift() + minimum.offset(), error, minimum.estimate());
    }

    private Candidate candidate(double shift, double error, double evidence) {
        double redshift = LogGrid.redshift(shift);
        return new Candidate(
                spectralClass, redshift, error * LogGrid.STEP * StrictMath.log(10) * (1 + redshift), evidence);
    }

    private List<Candidate> sharp(PointFit.Bound fit, List<Minimum> minima) {
        List<Minimum> ordered = minima.stream()
                .sorted(Comparator.comparingDouble(Minimum::estimate))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (Minimum minimum : ordered) {
            candidates.add(
                    candidates.size() < REFINED
                            ? refined(fit, Math.rint(4 * (minimum.shift() + minimum.offset())) / 4, 0.25)
                            : estimated(minimum));
        }
        candidates.sort(Comparator.comparingDouble(Candidate::evidence));
        return candidates;
    }

    /** Measures the best star's velocity where its lines are many, on one arm of the spectrograph. */
    private List<Candidate> stars(GridSpectrum spectrum, List<Candidate> found) {
        GridSpectrum metallic = spectrum.between(4100, 5700);
        if (found.isEmpty() || metallic.informed() < FEWEST_METALLIC) {
            return found;
        }
        List<Candidate> measured = new ArrayList<>(found);
        Candidate best = measured.removeFirst();
        Candidate velocity = refined(point.on(metallic), LogGrid.shift(best.redshift()), 0.25);
        if (Double.isFinite(velocity.evidence())) {
            best = new Candidate(spectralClass, velocity.redshift(), velocity.error(), best.evidence());
        }
        measured.addFirst(best);
        return measured;
    }

    /**
     * Orders a quasar's minima and places the first by the robust score and the lines; the evidence stays that of the scan,
     * which other classes have too.
     */
    private List<Candidate> quasars(
            GridSpectrum spectrum, PointFit.Bound fit, List<Minimum> minima, LineRedshift lines) {
        QuasarOrder order = new QuasarOrder(robust, spectrum, lines);
        Map<Integer, Minimum> byShift =
                minima.stream().collect(Collectors.toMap(Minimum::shift, minimum -> minimum, (one, _) -> one, LinkedHashMap::new));
        List<Candidate> candidates = new ArrayList<>();
        for (int shift : order.ordered(List.copyOf(byShift.keySet()))) {
            if (candidates.isEmpty()) {
                PointFit.Peak peak = fit.peak(shift, 2);
                double placed = shift < TROUGHS ? peak.shift() : order.placed(shift);
                candidates.add(candidate(placed, peak.error(), peak.evidence()));
            } else if (candidates.size() < KEPT || shift == minima.getFirst().shift()) {
                // The best by plain chi-square is told too, wherever the robust score puts it.
                candidates.add(
                        candidates.size() < REFINED ? refined(fit, shift, 2) : estimated(byShift.get(shift)));
            }
        }
        return candidates;
    }
}
