package org.novum.particledecay.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.novum.particledecay.fit.PeakFitResult;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.particledecay.scan.EdgeFit;
import org.novum.particledecay.scan.ReflectionTest;
import org.novum.particledecay.scan.ScanOptions;
import org.novum.particledecay.scan.ScanResult;
import org.novum.particledecay.scan.Spectrum;

/**
 * What makes an excess that is real and yet no state of the channel: a known decay whose daughters were given another
 * identity, or one of whose charges was measured wrongly; or the end of a broad distribution.
 */
final class KnownCauses {
    /** A model this much worse by Akaike's criterion has essentially no support (Burnham and Anderson 2002, section 2.6). */
    private static final double NO_SUPPORT = 10;

    /** Four standard deviations: beside an edge that explains an excess no such peak is left. */
    private static final double PEAK_LEFT = 16;

    /** Peaks of so many candidates show their shape: there the better description counts, however little better. */
    private static final double SHAPE_SHOWS = 500;

    private final SearchOptions options;
    private final ScanOptions scan;

    KnownCauses(SearchOptions options, ScanOptions scan) {
        this.options = options;
        this.scan = scan;
    }

    /** Why the excess is no state of this channel; empty where nothing known makes it. */
    Optional<String> of(ChannelSample sample, ScanResult found) {
        Optional<String> charge = options.charge() == SearchOptions.Charge.SAME
                ? mistakenCharge(sample.finalState(), found)
                : Optional.empty();
        return charge.or(() -> ReflectionTest.test(sample.candidates(), found, options.resolution(), scan)
                .map(KnownCauses::explained));
    }

    /**
     * The end point of a broad distribution, a cascade's say, that describes the candidates better than the fitted peak and
     * leaves no peak beside it.
     *
     * <p>Where the table lists a state that decays so, the peak is taken for it.
     */
    Optional<Edge> edge(Excess excess, PeakFitResult fit) {
        int[] finalState = excess.finalState().stream().mapToInt(Integer::intValue).toArray();
        if (ReflectionTest.known(finalState, excess.peak()).isPresent()) {
            return Optional.empty();
        }
        EdgeFit edges = new EdgeFit(excess.spectrum(), scan);
        double ofPeak = edges.criterion(fit.curve()::expected, fit.goodness().fittedParameters());
        return edges.near(excess.peak())
                .filter(edge -> edge.criterion() < ofPeak && edge.peakBeside() < PEAK_LEFT)
                .map(edge -> new Edge(edge.name(), ofPeak - edge.criterion(), excess.peak().yield()));
    }

    /**
     * An edge that describes an excess better than a peak does.
     *
     * @param name what and where
     * @param better by so much in Akaike's criterion
     * @param yield of the peak in candidates
     */
    record Edge(String name, double better, double yield) {
        /** Whether it explains the excess; otherwise the two cannot be told apart. */
        boolean explains() {
            return better > (yield < SHAPE_SHOWS ? NO_SUPPORT : 0);
        }

        /** In words. */
        String text() {
            return String.format(
                    Locale.ROOT,
                    "an %s describes the candidates better than a peak does (by %.1f in Akaike's criterion)",
                    name,
                    better);
        }
    }

    /**
     * Where the excess was seen.
     *
     * @param finalState identities of the daughters
     * @param spectrum that was scanned
     * @param peak its best peak
     */
    record Excess(List<Integer> finalState, Spectrum spectrum, ScanResult.Peak peak) {}

    /**
     * A track that bends little, or an electron that radiates early, gets the wrong charge now and then: the listed decay
     * of a known state then shows among pairs of the same charge.
     */
    private Optional<String> mistakenCharge(List<Integer> finalState, ScanResult found) {
        ScanResult.Peak peak = found.peak();
        double massError = peak.sigma() / Math.max(1, found.significance().localZ());
        KnownStates.Peak seen = new KnownStates.Peak(peak.mass(), massError, peak.sigma());
        for (int daughter = 0; daughter < finalState.size(); daughter++) {
            List<Integer> flipped = new ArrayList<>(finalState);
            flipped.set(daughter, ParticleTable.standard().particle(finalState.get(daughter)).conjugate().id());
            Optional<KnownStates.Match> known =
                    KnownStates.match(seen, flipped, options.massScale()).filter(KnownStates.Match::listed);
            if (known.isPresent()) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "a mistaken charge: %s decays to %s, and one of the charges was measured wrongly",
                        known.get().particle().name(),
                        names(flipped)));
            }
        }
        return Optional.empty();
    }

    private static String explained(ReflectionTest.Reflection reflection) {
        return String.format(
                Locale.ROOT,
                "a reflection: taken as %s the candidates peak at %s (%.0f MeV) with %.1f sigma local",
                names(Arrays.stream(reflection.identities()).boxed().toList()),
                ParticleTable.standard().particle(reflection.mode().parent()).name(),
                1000 * reflection.mass(),
                Math.sqrt(reflection.q0()));
    }

    private static String names(List<Integer> finalState) {
        return finalState.stream()
                .map(id -> ParticleTable.standard().particle(id).name())
                .collect(Collectors.joining(" "));
    }
}
