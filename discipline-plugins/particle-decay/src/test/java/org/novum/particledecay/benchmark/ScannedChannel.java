package org.novum.particledecay.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.novum.particledecay.generate.GeneratedChannel;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.pdg.Conservation;
import org.novum.particledecay.scan.ChannelSpectra;
import org.novum.particledecay.scan.MassScan;
import org.novum.particledecay.scan.ScanOptions;
import org.novum.particledecay.scan.ScanResult;
import org.novum.particledecay.scan.Spectrum;

/**
 * One channel of a campaign as designs other than the shipped one see it.
 *
 * @param flat the registered scan without a prior of masses and without a reflection test
 * @param naive the scan without structures in the background and with one width only
 * @param first explored on the first and confirmed on the second half
 * @param second the other way round
 * @param forbidden whether conservation laws keep the channel from being claimed
 */
record ScannedChannel(Place flat, Place naive, Place first, Place second, boolean forbidden) {
    private static final double NEVER = 1e12;
    private static final Place NOWHERE = new Place(0, 0);

    /** Where a design sees an excess, in GeV, and its p-value as log10. */
    record Place(double mass, double log10P) {}

    static ScannedChannel of(GeneratedChannel channel, ScanOptions options) {
        Candidates candidates = channel.candidates().withoutDuplicates();
        if (Conservation.forbidden(candidates.finalState()).isPresent()) {
            return new ScannedChannel(NOWHERE, NOWHERE, NOWHERE, NOWHERE, true);
        }
        Spectrum spectrum = ChannelSpectra.of(candidates, ChannelSpectra.TYPICAL);
        ScanOptions bare = options.withWidths(1).withNuisances(new ScanOptions.Nuisances(8, NEVER, NEVER, 2));
        Spectrum even = half(candidates, spectrum, 0);
        Spectrum odd = half(candidates, spectrum, 1);
        return new ScannedChannel(place(MassScan.scan(spectrum, options)), place(MassScan.scan(spectrum, bare)),
                fold(even, odd, options), fold(odd, even, options), false);
    }

    private static Place place(ScanResult scan) {
        return new Place(scan.peak().mass(), Math.min(0, scan.significance().log10Global()));
    }

    private static Place fold(Spectrum explored, Spectrum confirmed, ScanOptions options) {
        ScanOptions untoyed = options.withToys(new ScanOptions.Toys(1, 1));
        ScanResult.Peak peak = MassScan.scan(explored, untoyed).peak();
        return new Place(peak.mass(), MassScan.at(confirmed, peak.mass(), peak.widthFactor(), options).log10P());
    }

    private static Spectrum half(Candidates candidates, Spectrum whole, int parity) {
        int[] rows = IntStream.range(0, candidates.size())
                .filter(row -> (candidates.events()[row] * 0x9E3779B97F4A7C15L >>> 63) == parity).toArray();
        Spectrum part = ChannelSpectra.of(candidates.rows(rows), ChannelSpectra.TYPICAL);
        double[] masses = Arrays.stream(part.masses()).filter(whole.window()::contains).toArray();
        return new Spectrum(masses, whole.window(), whole.resolution(), whole.threshold());
    }
}
