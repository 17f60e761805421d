package org.novum.particledecay.benchmark;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.novum.particledecay.generate.ChannelTruth;
import org.novum.particledecay.generate.GeneratedChannel;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.pdg.Conservation;
import org.novum.particledecay.pdg.DecayModes;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.particledecay.scan.ChannelSpectra;
import org.novum.particledecay.scan.MassScan;
import org.novum.particledecay.scan.ReflectionTest;
import org.novum.particledecay.scan.ScanOptions;
import org.novum.particledecay.scan.ScanResult;
import org.novum.particledecay.scan.Spectrum;

/**
 * One channel of a campaign after every design has looked at it.
 *
 * @param truth what it holds; used for scoring only
 * @param whole the registered scan of all its data
 * @param excluded whether conservation laws or the reflection test keep it from being claimed
 * @param naive the scan without structures in the background and with one width only
 * @param halves the folds' tests, if they were asked for
 * @param listed whether a narrow known state with this decay lies in the window
 * @param seconds CPU time of the registered scan
 */
record ScannedChannel(ChannelTruth truth, ScanResult whole, boolean excluded, Optional<ScanResult> naive,
        Optional<Halves> halves, boolean listed, double seconds) {

    private static final double NEVER = 1e12;

    /** The place that one half proposes and the test of it on the other half. */
    record Fold(double mass, double log10P) {}

    /** Both folds: explored on the first and confirmed on the second half, and the other way round. */
    record Halves(Fold first, Fold second) {}

    static ScannedChannel of(GeneratedChannel channel, ScanOptions options, boolean folds) {
        long start = System.nanoTime();
        Candidates candidates = channel.candidates().withoutDuplicates();
        int[] finalState = candidates.finalState();
        Spectrum spectrum = ChannelSpectra.of(candidates, ChannelSpectra.TYPICAL);
        ScanResult whole = MassScan.scan(spectrum, options);
        boolean forbidden = Conservation.forbidden(finalState).isPresent();
        boolean excluded = forbidden || whole.significance().log10Global() < -1
                && ReflectionTest.test(candidates, whole, ChannelSpectra.TYPICAL, options).isPresent();
        double seconds = (System.nanoTime() - start) * 1e-9;
        boolean listed = DecayModes.standard()
                .candidates(finalState, spectrum.window().low(), spectrum.window().high()).stream()
                .map(mode -> ParticleTable.standard().particle(mode.parent()))
                .anyMatch(parent -> parent.width() < 0.02 * parent.mass());
        Optional<ScanResult> naive = folds ? Optional.of(MassScan.scan(spectrum, options.withWidths(1)
                .withNuisances(new ScanOptions.Nuisances(8, NEVER, NEVER, 2)))) : Optional.empty();
        return new ScannedChannel(channel.truth(), whole, excluded, naive,
                folds ? Optional.of(halves(candidates, spectrum, options)) : Optional.empty(), listed, seconds);
    }

    private static Halves halves(Candidates candidates, Spectrum whole, ScanOptions options) {
        Spectrum even = half(candidates, whole, 0);
        Spectrum odd = half(candidates, whole, 1);
        return new Halves(fold(even, odd, options), fold(odd, even, options));
    }

    private static Fold fold(Spectrum explored, Spectrum confirmed, ScanOptions options) {
        ScanOptions place = options.withToys(new ScanOptions.Toys(1, 1));
        ScanResult.Peak peak = MassScan.scan(explored, place).peak();
        return new Fold(peak.mass(), MassScan.at(confirmed, peak.mass(), peak.widthFactor(), options).log10P());
    }

    private static Spectrum half(Candidates candidates, Spectrum whole, int parity) {
        int[] rows = IntStream.range(0, candidates.size())
                .filter(row -> (candidates.events()[row] * 0x9E3779B97F4A7C15L >>> 63) == parity).toArray();
        Spectrum part = ChannelSpectra.of(candidates.rows(rows), ChannelSpectra.TYPICAL);
        double[] masses = Arrays.stream(part.masses()).filter(whole.window()::contains).toArray();
        return new Spectrum(masses, whole.window(), whole.resolution(), whole.threshold());
    }

    /** Whether a claim at {@code mass} is of what was planted. */
    boolean right(double mass) {
        return truth.planted().isPresent() && Math.abs(mass - truth.planted().get().mass())
                < 3 * truth.planted().get().sigma() + 0.003 * truth.planted().get().mass();
    }
}
