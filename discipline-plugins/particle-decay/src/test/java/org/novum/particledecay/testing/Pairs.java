package org.novum.particledecay.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.novum.api.data.Unit;
import org.novum.particledecay.generate.LorentzVector;
import org.novum.particledecay.generate.PhaseSpace;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.pluginsdk.fake.InMemoryTable;

/**
 * Generated pairs of daughters: smooth backgrounds, peaks, and tables in the layouts that the reader knows.
 *
 * <p>Parents have an exponential momentum of mean 5 GeV; daughters are smeared by 1 % in momentum.
 */
public final class Pairs {
    private static final double MEAN_MOMENTUM = 5;
    private static final double SMEARING = 0.01;

    private final int first;
    private final int second;
    private final SplittableRandom random;
    private final List<LorentzVector[]> rows = new ArrayList<>();

    /** Pairs of these PDG ids, drawn from a seed. */
    public Pairs(int first, int second, long seed) {
        this.first = first;
        this.second = second;
        this.random = new SplittableRandom(seed);
    }

    /** Adds pairs whose mass falls exponentially over a window, by a factor e in its width. */
    public Pairs background(int count, double low, double high) {
        for (int i = 0; i < count; i++) {
            double u = random.nextDouble();
            add(low - (high - low) * StrictMath.log1p(-u * (1 - StrictMath.exp(-1))));
        }
        return this;
    }

    /** Adds pairs of one mass. */
    public Pairs peak(int count, double mass) {
        for (int i = 0; i < count; i++) {
            add(mass);
        }
        return this;
    }

    /** Adds pairs whose density rises from nothing at one mass to its most at another, and ends there. */
    public Pairs triangle(int count, double low, double edge) {
        for (int i = 0; i < count; i++) {
            add(low + (edge - low) * Math.sqrt(random.nextDouble()));
        }
        return this;
    }

    private void add(double mass) {
        ParticleTable table = ParticleTable.standard();
        LorentzVector[] pair = new PhaseSpace(table.mass(first), table.mass(second)).decay(mass, random);
        double momentum = -MEAN_MOMENTUM * StrictMath.log1p(-random.nextDouble());
        double cosine = 2 * random.nextDouble() - 1;
        double azimuth = 2 * StrictMath.PI * random.nextDouble();
        double sine = Math.sqrt(1 - cosine * cosine);
        LorentzVector parent = LorentzVector.ofMass(
                mass,
                momentum * sine * StrictMath.cos(azimuth),
                momentum * sine * StrictMath.sin(azimuth),
                momentum * cosine);
        rows.add(new LorentzVector[] {
            smeared(pair[0].boostedBy(parent), table.mass(first)), smeared(pair[1].boostedBy(parent), table.mass(second))
        });
    }

    private LorentzVector smeared(LorentzVector exact, double mass) {
        double factor = 1 + SMEARING * random.nextGaussian();
        return LorentzVector.ofMass(mass, factor * exact.px(), factor * exact.py(), factor * exact.pz());
    }

    /** The pairs as candidates, one event each. */
    public Candidates candidates(String channel) {
        long[] events = new long[rows.size()];
        int[][] pids = new int[2][rows.size()];
        for (int row = 0; row < events.length; row++) {
            events[row] = row;
            pids[0][row] = first;
            pids[1][row] = second;
        }
        return new Candidates(channel, events, pids, List.of(vectors(0), vectors(1)));
    }

    private FourVectors vectors(int daughter) {
        return new FourVectors(
                component(daughter, LorentzVector::energy),
                component(daughter, LorentzVector::px),
                component(daughter, LorentzVector::py),
                component(daughter, LorentzVector::pz));
    }

    private double[] component(int daughter, java.util.function.ToDoubleFunction<LorentzVector> part) {
        return rows.stream().mapToDouble(row -> part.applyAsDouble(row[daughter])).toArray();
    }

    /** {@code event, E1, px1, py1, pz1, Q1, E2, …}: the charges of the daughters, and no identities. */
    public InMemoryTable charged(String name) {
        InMemoryTable table = InMemoryTable.named(name).wholes("event", Unit.ONE, events());
        int[] identities = {first, second};
        for (int daughter = 0; daughter < 2; daughter++) {
            long[] charges = new long[rows.size()];
            java.util.Arrays.fill(charges, ParticleTable.standard().particle(identities[daughter]).charge());
            table = cartesian(table, daughter).wholes("Q" + (daughter + 1), Unit.ONE, charges);
        }
        return table;
    }

    /** The general layout {@code event, pid1, E1, px1, py1, pz1, pid2, …} in GeV. */
    public InMemoryTable general(String name) {
        InMemoryTable table = InMemoryTable.named(name).wholes("event", Unit.ONE, events());
        int[] identities = {first, second};
        for (int daughter = 0; daughter < 2; daughter++) {
            long[] pids = new long[rows.size()];
            java.util.Arrays.fill(pids, identities[daughter]);
            table = cartesian(table.wholes("pid" + (daughter + 1), Unit.ONE, pids), daughter);
        }
        return table;
    }

    private InMemoryTable cartesian(InMemoryTable table, int daughter) {
        FourVectors vectors = vectors(daughter);
        int number = daughter + 1;
        return table.reals("E" + number, Unit.GEV, vectors.energy())
                .reals("px" + number, Unit.GEV, vectors.px())
                .reals("py" + number, Unit.GEV, vectors.py())
                .reals("pz" + number, Unit.GEV, vectors.pz());
    }

    private long[] events() {
        return java.util.stream.LongStream.range(0, rows.size()).toArray();
    }
}
