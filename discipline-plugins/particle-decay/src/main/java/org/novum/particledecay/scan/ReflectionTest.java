package org.novum.particledecay.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.InvariantMass;
import org.novum.particledecay.kinematics.MomentumResolution;
import org.novum.particledecay.pdg.Conservation;
import org.novum.particledecay.pdg.DecayMode;
import org.novum.particledecay.pdg.DecayModes;
import org.novum.particledecay.pdg.ParticleTable;

/**
 * Whether a peak is the reflection of a state seen with mis-identified daughters.
 *
 * <p>The same momenta are given the masses of other identities, and the spectrum is scanned again where the candidates of
 * the peak went. A reflection is at least as sharp under its true identities. It is one when a clearly larger likelihood
 * ratio stands there at a known state with a listed mode, or a comparable one with a listed mode far more frequent than any
 * listed mode of the channel at its own peak. Without a known state nothing is concluded: other identities distort
 * backgrounds, and significance alone would veto true decays.
 */
public final class ReflectionTest {
    private static final Map<Integer, int[]> TAKEN_FOR = Map.of(
            211, new int[] {321, 2212, 13}, 321, new int[] {211, 2212}, 2212, new int[] {211, 321},
            13, new int[] {211}, 11, new int[] {211});
    /** Part of the peak's own q that counts as comparable. */
    private static final double COMPARABLE = 0.8;
    /** The true identities make a peak sharper: by so much in q they explain it whatever else is listed. */
    private static final double SHARPER = 6;
    private static final double SCALE_SYSTEMATIC = 0.0035;
    /** A listed mode this many times more frequent than the channel's own explains a peak before it. */
    private static final double MORE_FREQUENT = 30;
    /** A listed mode so many times rarer than the channel's own explains nothing that the own one does not. */
    private static final double FAR_LESS_FREQUENT = 10;

    /** Rarer decays do not make visible reflections. */
    private static final double RARE = 1e-6;

    private ReflectionTest() {}

    /**
     * A peak seen under other identities.
     *
     * @param identities PDG numbers of the daughters that explain the peak better
     * @param mass mass of the peak under them in GeV
     * @param q0 its likelihood ratio under them
     * @param mode the listed mode of the known state there
     */
    public record Reflection(int[] identities, double mass, double q0, DecayMode mode) {}

    /** The reflection that explains {@code scan}, the best peak of the candidates' own hypothesis, if there is one. */
    public static Optional<Reflection> test(Candidates candidates, ScanResult scan, MomentumResolution resolution,
            ScanOptions options) {
        Candidates unique = candidates.withoutDuplicates();
        int[] finalState = unique.finalState();
        double[] masses = InvariantMass.of(unique);
        ScanResult.Peak peak = scan.peak();
        Optional<DecayMode> own = known(finalState, peak);
        double q = scan.significance().q0();
        List<Reflection> found = new ArrayList<>();
        for (int[] identities : assignments(finalState)) {
            Candidates changed = unique.under(identities,
                    Arrays.stream(identities).mapToDouble(ParticleTable.standard()::mass).toArray());
            seen(changed, image(changed, masses, peak), resolution, options)
                    .filter(other -> other.mode().fraction() > RARE)
                    .filter(other -> sharper(other, own, q) || moreFrequent(other, own, q))
                    .ifPresent(found::add);
        }
        return found.stream().max(Comparator.comparingDouble(Reflection::q0));
    }

    /** Another state explains the peak clearly better; the same state merely looks a little different in another window. */
    private static boolean sharper(Reflection other, Optional<DecayMode> own, double q) {
        return other.q0() > q + SHARPER
                && own.stream().noneMatch(mode -> mode.parent() == other.mode().parent()
                        || other.mode().fraction() < mode.fraction() / FAR_LESS_FREQUENT);
    }

    private static boolean moreFrequent(Reflection other, Optional<DecayMode> own, double q) {
        return other.q0() > COMPARABLE * q
                && other.mode().fraction() > MORE_FREQUENT * own.map(DecayMode::fraction).orElse(0.0);
    }

    /** The most frequent listed decay into a final state at a peak's mass, within the mass scale and statistical errors. */
    public static Optional<DecayMode> known(int[] finalState, ScanResult.Peak peak) {
        double error = 2 * peak.sigma() / Math.sqrt(Math.max(1, peak.yield()));
        double reach = SCALE_SYSTEMATIC * peak.mass() + 1.5 * error;
        return DecayModes.standard().candidates(finalState, peak.mass() - reach, peak.mass() + reach).stream()
                .filter(mode -> ParticleTable.standard().particle(mode.parent()).width() < 0.05 * peak.mass())
                .max(Comparator.comparingDouble(DecayMode::fraction));
    }

    private static List<int[]> assignments(int[] finalState) {
        List<int[]> all = new ArrayList<>();
        extend(finalState, new int[0], all);
        return all;
    }

    private static void extend(int[] finalState, int[] chosen, List<int[]> all) {
        int at = chosen.length;
        if (at == finalState.length) {
            int changed = 0;
            for (int i = 0; i < at; i++) {
                changed += chosen[i] == finalState[i] ? 0 : 1;
            }
            if (changed > 0 && changed <= (at == 2 ? 2 : 1) && Conservation.forbidden(chosen).isEmpty()) {
                all.add(chosen);
            }
            return;
        }
        int[] next = Arrays.copyOf(chosen, at + 1);
        next[at] = finalState[at];
        extend(finalState, next, all);
        for (int other : TAKEN_FOR.getOrDefault(Math.abs(finalState[at]), new int[0])) {
            int[] swapped = Arrays.copyOf(chosen, at + 1);
            swapped[at] = withChargeOf(finalState[at], other);
            extend(finalState, swapped, all);
        }
    }

    private static int withChargeOf(int pid, int other) {
        ParticleTable table = ParticleTable.standard();
        return table.particle(other).charge() == table.particle(pid).charge() ? other : -other;
    }

    /** Where the candidates of the peak lie under other identities: 5 % to 95 % of them, in GeV. */
    private static double[] image(Candidates changed, double[] masses, ScanResult.Peak peak) {
        double[] other = InvariantMass.of(changed);
        double[] inside = new double[masses.length];
        int count = 0;
        for (int row = 0; row < masses.length; row++) {
            if (Math.abs(masses[row] - peak.mass()) < 2.5 * peak.sigma()) {
                inside[count++] = other[row];
            }
        }
        double[] sorted = Arrays.copyOf(inside, count);
        Arrays.sort(sorted);
        return count < 4 ? new double[] {0, 0} : new double[] {sorted[count / 20], sorted[count - 1 - count / 20]};
    }

    private static Optional<Reflection> seen(Candidates changed, double[] image, MomentumResolution resolution,
            ScanOptions options) {
        Spectrum whole = ChannelSpectra.of(changed, resolution);
        double[] sorted = whole.masses();
        double low = sorted[sorted.length / 100];
        double high = sorted[sorted.length - 1 - sorted.length / 100];
        if (!(image[1] > image[0]) || !(high > low)) {
            return Optional.empty();
        }
        Spectrum spectrum = new Spectrum(sorted, new MassWindow(low, high), whole.resolution(), whole.threshold());
        MassGrid grid = MassGrid.over(spectrum.window(), spectrum.resolution(), MassScan.finenessOf(options));
        ScanStatistic.Evaluation best = new ScanStatistic(spectrum, options, grid)
                .evaluateWithin(grid.count(sorted), image[0], image[1]);
        double mass = grid.centre(best.signal().centre());
        double width = best.signal().template().width();
        ScanResult.Peak peak = new ScanResult.Peak(mass, width * spectrum.resolution().at(mass), width,
                best.signal().yield());
        int[] identities = changed.finalState();
        return known(identities, peak).map(mode -> new Reflection(identities, mass, best.q0(), mode));
    }
}
