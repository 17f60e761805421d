package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.List;
import org.novum.particledecay.shape.BackgroundShape;
import org.novum.particledecay.shape.Bernstein;
import org.novum.particledecay.shape.ExponentialBernstein;
import org.novum.particledecay.shape.PeakStart;
import org.novum.particledecay.shape.SignalShape;
import org.novum.particledecay.shape.Window;

/** Builds the models of a peak fit with start values taken from the sample. */
final class ModelFactory {
    static final String BACKGROUND = "background";
    private static final int PIVOT_BINS = 30;

    private final Sample sample;
    private final List<PeakHypothesis> peaks;

    ModelFactory(Sample sample, List<PeakHypothesis> peaks) {
        this.sample = sample;
        this.peaks = peaks;
    }

    /** Number of different assignments of shapes to the peaks. */
    int shapeChoices() {
        return peaks.stream().mapToInt(p -> p.candidates().size()).max().orElse(1);
    }

    /** All peaks with the shapes at one position of their candidate lists, on one background. */
    MixtureModel model(int shapeChoice, BackgroundShape background) {
        Window window = sample.window();
        List<Component> components = new ArrayList<>();
        double signal = 0;
        for (PeakHypothesis peak : peaks) {
            double start = signalGuess(peak.start());
            signal += start;
            SignalShape shape = peak.candidate(shapeChoice).at(peak.start());
            components.add(new Component(peak.name(), shape, Yield.positive(start, sample.total())));
        }
        double rest = Math.max(sample.total() - signal, 0.1 * sample.total());
        components.add(new Component(BACKGROUND, pivoted(background), Yield.positive(rest, sample.total())));
        MixtureModel model = MixtureModel.of(window, components);
        for (PeakHypothesis peak : peaks) {
            model = withResolution(model, peak);
        }
        return model;
    }

    private static MixtureModel withResolution(MixtureModel model, PeakHypothesis peak) {
        String name = peak.name() + ".resolution";
        if (!model.has(name)) {
            return model;
        }
        return switch (peak.resolution()) {
            case Resolution.Fitted() -> model;
            case Resolution.Known() -> model.fix(name, peak.start().resolution());
            case Resolution.SameAs(String other, double factor) -> model.tie(name, other + ".resolution", factor);
        };
    }

    /** Excess over the neighbourhood, at least a little so that the peak's parameters have an influence. */
    private double signalGuess(PeakStart start) {
        double half = 2 * (start.resolution() + 0.5 * start.naturalWidth());
        Window window = sample.window();
        double lower = window.clamp(start.mass() - half);
        double upper = window.clamp(start.mass() + half);
        double inside = sample.count(lower, upper);
        double outerLow = window.clamp(start.mass() - 2.5 * half);
        double outerHigh = window.clamp(start.mass() + 2.5 * half);
        double beside = sample.count(outerLow, outerHigh) - inside;
        double length = outerHigh - outerLow - (upper - lower);
        double expected = length > 0 ? beside * (upper - lower) / length : 0;
        return Math.max(inside - expected, Math.max(0.03 * inside, 0.5));
    }

    /** Puts the pivot of a Bernstein polynomial where the spectrum is highest outside the peaks. */
    private BackgroundShape pivoted(BackgroundShape background) {
        return switch (background) {
            case Bernstein bernstein -> bernstein.pivotAt(sample.window(), highest());
            case ExponentialBernstein product ->
                new ExponentialBernstein(product.polynomial().pivotAt(sample.window(), highest()));
            case org.novum.particledecay.shape.Chebyshev other -> other;
            case org.novum.particledecay.shape.ExponentialPolynomial other -> other;
            case org.novum.particledecay.shape.LogPolynomial other -> other;
            case org.novum.particledecay.shape.Threshold other -> other;
        };
    }

    private double highest() {
        double[] counts = sample.histogram(PIVOT_BINS);
        Window window = sample.window();
        double cell = window.width() / PIVOT_BINS;
        double best = -1;
        double position = window.centre();
        for (int i = 0; i < PIVOT_BINS; i++) {
            double mass = window.lower() + (i + 0.5) * cell;
            boolean nearPeak = peaks.stream()
                    .anyMatch(p -> Math.abs(p.start().mass() - mass)
                            < 3 * (p.start().resolution() + p.start().naturalWidth()));
            if (!nearPeak && counts[i] > best) {
                best = counts[i];
                position = mass;
            }
        }
        return position;
    }
}
