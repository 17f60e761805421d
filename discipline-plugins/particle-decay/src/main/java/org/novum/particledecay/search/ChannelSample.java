package org.novum.particledecay.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.particledecay.input.CandidateReader;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;
import org.novum.particledecay.kinematics.InvariantMass;
import org.novum.particledecay.kinematics.MomentumResolution;
import org.novum.particledecay.pdg.Conservation;
import org.novum.particledecay.pdg.Particle;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.particledecay.scan.ChannelSpectra;
import org.novum.particledecay.scan.MassWindow;
import org.novum.particledecay.scan.Spectrum;

/**
 * The candidates of one spectrum, ready to be scanned: charge chosen, duplicates dropped.
 *
 * @param channel name of the spectrum
 * @param candidates unique ones
 * @param finalState PDG ids of the daughters
 * @param read rows that were read and kept by charge
 */
record ChannelSample(String channel, Candidates candidates, List<Integer> finalState, long read) {
    /** Reads the candidates of a claim's channel. */
    static ChannelSample read(DataHandle data, StateClaim claim, SearchOptions options) {
        CandidateReader reader = new CandidateReader(data, options.daughters());
        Candidates all;
        if (options.combine() == null) {
            all = reader.read(claim.channel());
        } else {
            all = merged(
                    options.combine(),
                    data.card().parts().stream().map(DataPart::name).map(reader::read).toList());
        }
        if (!claim.positions().isEmpty()) {
            all = all.combination(
                    claim.positions().stream().mapToInt(Integer::intValue).toArray());
        }
        Candidates kept = byCharge(all, options.charge());
        List<Integer> finalState =
                Arrays.stream(kept.finalState()).boxed().toList();
        if (options.combine() == null && options.daughters().isEmpty()) {
            kept = ofFinalState(kept, finalState);
        }
        return new ChannelSample(claim.channel(), kept.withoutDuplicates(), finalState, kept.size());
    }

    /** Rows that were dropped because their event or their momenta had been there before. */
    long duplicates() {
        return read - candidates.size();
    }

    /** The conservation law that no single parent of this final state can obey; a search for exotic charge is exempt. */
    Optional<String> forbidden(SearchOptions options) {
        return options.charge() == SearchOptions.Charge.OPPOSITE
                ? Conservation.forbidden(finalState.stream().mapToInt(Integer::intValue).toArray())
                : Optional.empty();
    }

    /** The spectrum over the claim's window. */
    Spectrum spectrum(StateClaim claim, MomentumResolution resolution) {
        Spectrum whole = ChannelSpectra.of(candidates, resolution);
        return claim.window() == null
                ? whole
                : new Spectrum(whole.masses(), claim.window(), whole.resolution(), whole.threshold());
    }

    /** What to tell the user when there are candidates, and all of them have masses outside the claim's window. */
    Optional<DataException> outside(StateClaim claim) {
        MassWindow window = claim.window();
        double[] masses = InvariantMass.of(candidates);
        if (window == null || masses.length == 0 || Arrays.stream(masses).anyMatch(window::contains)) {
            return Optional.empty();
        }
        return Optional.of(new DataException(
                channel,
                String.format(
                        Locale.ROOT,
                        "none of its %,d candidates has a mass between %s and %s GeV; their masses are %.4g to %.4g GeV",
                        masses.length,
                        window.low(),
                        window.high(),
                        Arrays.stream(masses).min().orElseThrow(),
                        Arrays.stream(masses).max().orElseThrow()),
                "check the unit of energies and momenta (data.units) and options.massRange"));
    }

    private static Candidates byCharge(Candidates candidates, SearchOptions.Charge charge) {
        if (charge == SearchOptions.Charge.ANY) {
            return candidates;
        }
        ParticleTable table = ParticleTable.standard();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < candidates.size(); row++) {
            int total = 0;
            int charged = 0;
            for (int[] column : candidates.pids()) {
                int own = table.particle(column[row]).charge();
                total += own;
                charged += Math.abs(own);
            }
            boolean alike = charged > 1 && Math.abs(total) == charged;
            boolean kept = charge == SearchOptions.Charge.SAME ? alike : !alike || candidates.pids().length != 2;
            if (kept) {
                rows.add(row);
            }
        }
        return candidates.rows(rows.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Rows with the final state of the channel or its charge conjugate. */
    private static Candidates ofFinalState(Candidates candidates, List<Integer> finalState) {
        ParticleTable table = ParticleTable.standard();
        int[] own = finalState.stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] conjugate = finalState.stream()
                .map(table::particle)
                .map(Particle::conjugate)
                .mapToInt(Particle::id)
                .sorted()
                .toArray();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < candidates.size(); row++) {
            int[] identities = new int[candidates.pids().length];
            for (int daughter = 0; daughter < identities.length; daughter++) {
                identities[daughter] = candidates.pids()[daughter][row];
            }
            Arrays.sort(identities);
            if (Arrays.equals(identities, own) || Arrays.equals(identities, conjugate)) {
                rows.add(row);
            }
        }
        return candidates.rows(rows.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Candidates merged(String name, List<Candidates> parts) {
        int daughters = parts.getFirst().pids().length;
        int size = parts.stream().mapToInt(Candidates::size).sum();
        long[] events = new long[size];
        int[][] pids = new int[daughters][size];
        int at = 0;
        for (Candidates part : parts) {
            if (part.pids().length != daughters) {
                throw new DataException(
                        part.channel(),
                        "has " + part.pids().length + " daughters, " + parts.getFirst().channel() + " has " + daughters,
                        "combine parts of equally many daughters only");
            }
            System.arraycopy(part.events(), 0, events, at, part.size());
            for (int daughter = 0; daughter < daughters; daughter++) {
                System.arraycopy(part.pids()[daughter], 0, pids[daughter], at, part.size());
            }
            at += part.size();
        }
        List<FourVectors> vectors = new ArrayList<>();
        for (int daughter = 0; daughter < daughters; daughter++) {
            int number = daughter;
            vectors.add(new FourVectors(
                    joined(parts, part -> part.daughters().get(number).energy()),
                    joined(parts, part -> part.daughters().get(number).px()),
                    joined(parts, part -> part.daughters().get(number).py()),
                    joined(parts, part -> part.daughters().get(number).pz())));
        }
        return new Candidates(name, events, pids, vectors);
    }

    private static double[] joined(List<Candidates> parts, java.util.function.Function<Candidates, double[]> column) {
        return parts.stream().map(column).flatMapToDouble(Arrays::stream).toArray();
    }
}
