package org.novum.particledecay.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.particledecay.fit.PeakFitResult;
import org.novum.particledecay.scan.MassPrior;
import org.novum.particledecay.scan.MassScan;
import org.novum.particledecay.scan.MassWindow;
import org.novum.particledecay.scan.ScanException;
import org.novum.particledecay.scan.ScanOptions;
import org.novum.particledecay.scan.ScanResult;
import org.novum.particledecay.scan.Spectrum;

/**
 * Tests the claims of one spectrum after each other: is there a state, is there a second one beside it, and so on.
 *
 * <p>A fixed sequence: a later claim is tested only if the one before was found at {@value #FOUND}, so the family of a
 * spectrum needs no further correction (Maurer, Hothorn, Lehmacher 1995); untested members count as p = 1.
 */
final class PeakTest {
    /** Global p-value at which a state counts as found, so that the next one is looked for. */
    static final double FOUND = 1e-3;

    private static final double LOG10_FOUND = -3;
    private static final double LEAST_CANDIDATES = 3;
    private static final double FEW_CANDIDATES = 10;
    /** No error budget accepts a larger p-value; known causes are looked for from here on. */
    private static final double LOG10_CLAIMABLE = -1;
    /** A little less than five standard deviations: what an edge describes as well is not claimed as a discovery. */
    private static final double LOG10_CONTESTED = -6.5;

    private final SearchOptions options;
    private final DataHandle data;
    private final Optional<MassWindow> expected;

    PeakTest(SearchOptions options, DataHandle data) {
        this(options, data, Optional.empty());
    }

    /** @param expected where the plan expects the first state of the spectrum */
    PeakTest(SearchOptions options, DataHandle data, Optional<MassWindow> expected) {
        this.options = options;
        this.data = data;
        this.expected = expected;
    }

    /** Tests claims of one spectrum and peak shape; the outcomes come in the order of their states. */
    List<TestOutcome> run(List<Hypothesis> claims) {
        StateClaim first = StateClaim.of(claims.getFirst());
        ChannelSample sample = ChannelSample.read(data, first, options);
        Optional<String> forbidden = sample.forbidden(options);
        if (forbidden.isPresent()) {
            return allUntested(claims, card(sample, null), forbidden.get());
        }
        if (sample.candidates().size() == 0) {
            return allUntested(claims, card(sample, null), "no candidates");
        }
        Spectrum spectrum;
        ScanResult scan;
        try {
            spectrum = sample.spectrum(first, options.resolution());
            scan = MassScan.scan(spectrum, scanOptions().withPrior(prior(sample, spectrum)));
        } catch (ScanException unscannable) {
            return allUntested(claims, card(sample, null), unscannable.getMessage());
        }
        Outcome.SampleCard card = card(sample, spectrum);
        if (scan.significance().method() == ScanResult.Method.NOT_TESTED) {
            return allUntested(claims, card, String.join("; ", scan.background().warnings()));
        }
        return sequence(claims, new Scanned(sample, spectrum, card, scan));
    }

    private record Scanned(ChannelSample sample, Spectrum spectrum, Outcome.SampleCard card, ScanResult scan) {}

    /** Every state up to the last one asked for is looked for, also where somebody asked for a later one alone. */
    private List<TestOutcome> sequence(List<Hypothesis> claims, Scanned scanned) {
        Map<Integer, Hypothesis> asked = new TreeMap<>();
        claims.forEach(claim -> asked.put(StateClaim.of(claim).state(), claim));
        StateClaim any = StateClaim.of(claims.getFirst());
        List<TestOutcome> outcomes = new ArrayList<>();
        PeakModel model = new PeakModel(options, scanned.sample(), scanned.spectrum());
        boolean found = true;
        for (int state = 1; state <= Collections.max(asked.keySet()); state++) {
            Hypothesis claim = asked.getOrDefault(state, any.ofState(state).hypothesis(DecaySpace.PROPOSER));
            TestOutcome outcome = state == 1
                    ? firstState(claim, scanned, model)
                    : found
                            ? furtherState(claim, scanned, model)
                            : untested(claim, scanned.card(), "the state before it was not found");
            found = outcome.strength() instanceof Strength.PValue p && p.log10() <= LOG10_FOUND;
            if (asked.containsKey(state)) {
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }

    private TestOutcome firstState(Hypothesis hypothesis, Scanned scanned, PeakModel model) {
        ScanResult.Peak peak = scanned.scan().peak();
        ScanResult.GlobalSignificance significance = scanned.scan().significance();
        Outcome.Excess excess = new Outcome.Excess(
                peak.mass(),
                peak.sigma(),
                peak.yield(),
                significance.localZ(),
                significance.log10Local(),
                bounded(scanned.scan()));
        Outcome.ScanCard card = new Outcome.ScanCard(
                scanned.scan().background().family(), significance.toys(), significance.method().name());
        Optional<String> veto = Optional.empty();
        boolean undescribed = false;
        Judged judged = excess.log10Global() <= LOG10_CLAIMABLE
                ? judged(new Claimed(StateClaim.of(hypothesis).shapes(), excess), scanned, model)
                : Judged.FAIR;
        List<String> notes = new ArrayList<>(scanned.scan().background().warnings());
        judged.contested().ifPresent(edge -> notes.add(edge + ", and no discovery is claimed"));
        return outcome(
                hypothesis,
                new Outcome(
                        scanned.card(),
                        judged.contested().isPresent() ? excess.atLeast(LOG10_CONTESTED) : excess,
                        card,
                        judged.veto().orElse(null),
                        judged.undescribed(),
                        notes));
    }

    private record Claimed(StateClaim.PeakShapes shapes, Outcome.Excess excess) {}

    /**
     * What speaks against an excess.
     *
     * @param veto a cause that explains it
     * @param undescribed whether none of the claimed shapes describes it
     * @param contested what describes it about as well as a peak does
     */
    private record Judged(Optional<String> veto, boolean undescribed, Optional<String> contested) {
        static final Judged FAIR = new Judged(Optional.empty(), false, Optional.empty());
    }

    private Judged judged(Claimed claimed, Scanned scanned, PeakModel model) {
        KnownCauses causes = new KnownCauses(options, scanOptions());
        Optional<String> known = causes.of(scanned.sample(), scanned.scan());
        if (known.isPresent()) {
            return new Judged(known, false, Optional.empty());
        }
        PeakFitResult fit = model.add(claimed.excess(), claimed.shapes());
        if (claimed.excess().log10Global() <= LOG10_FOUND
                && claimed.shapes() == StateClaim.PeakShapes.SYMMETRIC
                && model.wantsTails(fit)) {
            return new Judged(Optional.empty(), true, Optional.empty());
        }
        Optional<KnownCauses.Edge> edge = causes.edge(
                new KnownCauses.Excess(
                        scanned.sample().finalState(), scanned.spectrum(), scanned.scan().peak()),
                fit);
        return new Judged(
                edge.filter(KnownCauses.Edge::explains).map(KnownCauses.Edge::text),
                false,
                edge.filter(one -> !one.explains()).map(KnownCauses.Edge::text));
    }

    private TestOutcome furtherState(Hypothesis hypothesis, Scanned scanned, PeakModel model) {
        Optional<PeakModel.Further> next = model.next();
        if (next.isEmpty()) {
            return untested(hypothesis, scanned.card(), "no room is left beside the states found");
        }
        PeakModel.Further further = next.get();
        Outcome.Excess excess = new Outcome.Excess(
                further.mass(),
                further.sigma(),
                further.yield(),
                Math.sqrt(further.q0()),
                further.local().log10(),
                Math.min(0, further.global().log10()));
        Outcome.ScanCard card = new Outcome.ScanCard(further.background() + " and the states found before", 0, "GROSS_VITELLS");
        return outcome(hypothesis, new Outcome(scanned.card(), excess, card, null, false, List.of()));
    }

    /**
     * log10 of the global p-value, never below what the counts can carry: a scan cannot be more significant than its best
     * place; the extrapolated tail is asymptotic, so a peak of few candidates gets no more than its toys have shown; and
     * next to nothing above the background is no peak at all.
     */
    private static double bounded(ScanResult scan) {
        ScanResult.GlobalSignificance significance = scan.significance();
        if (scan.peak().yield() < LEAST_CANDIDATES) {
            return 0;
        }
        double bound = significance.log10Local();
        if (scan.peak().yield() < FEW_CANDIDATES) {
            bound = Math.max(bound, -StrictMath.log10(significance.toys() + 1.0));
        }
        return Math.min(0, Math.max(bound, significance.log10Global()));
    }

    private static TestOutcome outcome(Hypothesis hypothesis, Outcome detail) {
        // A vetoed or undescribed excess counts as p = 1: never smaller than the p-value of its scan, so still valid.
        boolean void_ = detail.veto() != null || detail.undescribed();
        double log10 = void_ ? 0 : Math.min(0, detail.excess().log10Global());
        return new TestOutcome(hypothesis.id(), new Strength.PValue(log10 == 0 ? 0 : log10), detail.toJson());
    }

    private ScanOptions scanOptions() {
        return ScanOptions.standard()
                .withWidths(options.widths().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Pairs of the same charge come from no known state, so all their masses are alike but for what the plan expects. */
    private MassPrior prior(ChannelSample sample, Spectrum spectrum) {
        MassPrior known = options.charge() == SearchOptions.Charge.OPPOSITE
                ? KnownStates.prior(sample.finalState(), spectrum, options)
                : MassPrior.flat();
        return ExpectedMasses.join(known, expected);
    }

    private Outcome.SampleCard card(ChannelSample sample, @org.jspecify.annotations.Nullable Spectrum spectrum) {
        long scanned = 0;
        double low = 0;
        double high = 0;
        if (spectrum != null) {
            low = spectrum.window().low();
            high = spectrum.window().high();
            for (double mass : spectrum.masses()) {
                scanned += spectrum.window().contains(mass) ? 1 : 0;
            }
        }
        return new Outcome.SampleCard(
                sample.channel(), sample.finalState(), sample.read(), sample.duplicates(), scanned, low, high);
    }

    private static List<TestOutcome> allUntested(List<Hypothesis> claims, Outcome.SampleCard card, String reason) {
        return claims.stream().map(claim -> untested(claim, card, reason)).toList();
    }

    private static TestOutcome untested(Hypothesis claim, Outcome.SampleCard card, String reason) {
        Outcome detail = new Outcome(card, null, null, null, false, List.of(reason));
        return new TestOutcome(claim.id(), new Strength.Untested(reason), detail.toJson());
    }
}
