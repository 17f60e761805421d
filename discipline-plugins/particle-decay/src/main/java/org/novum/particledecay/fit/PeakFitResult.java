package org.novum.particledecay.fit;

import java.util.List;

/**
 * Outcome of a peak fit.
 *
 * @param status how the chosen fit ended
 * @param peaks fitted peaks in the order of the hypotheses
 * @param background name of the chosen background family
 * @param backgroundYield events of the background in the window
 * @param fit the chosen fit with its covariance
 * @param candidates all choices of shapes and backgrounds, best first, with the minimum only
 * @param goodness binned comparison with the chosen fit
 * @param curve expected spectrum
 */
public record PeakFitResult(
        FitStatus status,
        List<Peak> peaks,
        String background,
        Estimate backgroundYield,
        FitResult fit,
        List<Candidate> candidates,
        GoodnessOfFit goodness,
        SpectrumCurve curve) {
    public PeakFitResult {
        peaks = List.copyOf(peaks);
        candidates = List.copyOf(candidates);
    }

    /** One peak by name. */
    public Peak peak(String name) {
        return peaks.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FitException("no peak is named " + name));
    }
}
