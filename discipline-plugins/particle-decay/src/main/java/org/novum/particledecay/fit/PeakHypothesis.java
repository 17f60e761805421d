package org.novum.particledecay.fit;

import java.util.List;
import org.novum.particledecay.shape.PeakStart;
import org.novum.particledecay.shape.SignalFamily;

/**
 * A peak to fit.
 *
 * @param name unique among the peaks of a fit; not {@code background}
 * @param start mass, natural width and resolution to start from
 * @param candidates shapes to choose from; with several peaks, the same position is used for all of them
 * @param resolution treatment of the resolution
 */
public record PeakHypothesis(
        String name, PeakStart start, List<SignalFamily> candidates, Resolution resolution) {
    public PeakHypothesis {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || name.equals(ModelFactory.BACKGROUND)) {
            throw new FitException("peak " + name + " needs a shape candidate and a name other than "
                    + ModelFactory.BACKGROUND);
        }
    }

    /** A peak of fitted resolution. */
    public static PeakHypothesis of(String name, PeakStart start, SignalFamily... candidates) {
        return new PeakHypothesis(name, start, List.of(candidates), new Resolution.Fitted());
    }

    SignalFamily candidate(int position) {
        return candidates.get(Math.min(position, candidates.size() - 1));
    }
}
