package org.novum.particledecay.generate;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.novum.particledecay.kinematics.MomentumResolution;
import org.novum.particledecay.pdg.Conservation;
import org.novum.particledecay.pdg.DecayMode;
import org.novum.particledecay.pdg.Particle;
import org.novum.particledecay.pdg.ParticleTable;

/** Makes the channels that an incautious search claims wrongly. */
final class TrapMaker {
    static final List<ChannelTruth.Kind> TRAPS = List.of(ChannelTruth.Kind.DUPLICATES,
            ChannelTruth.Kind.SAME_SIGN_HUMP, ChannelTruth.Kind.REFLECTION, ChannelTruth.Kind.EDGE,
            ChannelTruth.Kind.MASS_SCALE, ChannelTruth.Kind.RADIATIVE_TAIL);

    private final ChannelMaker maker;
    private final SplittableRandom random;

    TrapMaker(ChannelMaker maker, SplittableRandom random) {
        this.maker = maker;
        this.random = random;
    }

    GeneratedChannel make(ChannelTruth.Kind kind) {
        return switch (kind) {
            case DUPLICATES -> duplicates();
            case SAME_SIGN_HUMP -> sameSignHump();
            case REFLECTION -> reflection();
            case EDGE -> edge();
            case MASS_SCALE -> massScale();
            case RADIATIVE_TAIL -> radiativeTail();
            case BACKGROUND, SIGNAL -> throw new GenerateException(kind + " is not a trap; ask the channel maker");
        };
    }

    /** A few candidates near one mass are written several times, as overlapping triggers do. */
    private GeneratedChannel duplicates() {
        Frame frame = Frame.random(Draws.choice(FinalStates.ALL, random), random);
        CandidateRows rows = maker.rows(frame);
        maker.fill(rows, frame, maker.density(frame));
        double centre = Draws.uniform(frame.low() + 0.2 * frame.range(), frame.high() - 0.2 * frame.range(), random);
        int originals = rows.size();
        for (int index = 0; index < originals; index++) {
            boolean near = Math.abs(Detector.mass(rows.row(index)) - centre) < 0.012 * centre;
            int copies = near ? 2 + random.nextInt(3) : random.nextInt(10) == 0 ? 1 : 0;
            for (int copy = 0; copy < copies; copy++) {
                rows.repeat(index);
            }
        }
        return maker.finish(rows, ChannelTruth.Kind.DUPLICATES, Optional.empty());
    }

    private GeneratedChannel sameSignHump() {
        Frame frame = Frame.random(Draws.choice(FinalStates.SAME_SIGN, random), random);
        CandidateRows rows = maker.rows(frame);
        double centre = Draws.uniform(frame.low() + 0.25 * frame.range(), frame.high() - 0.3 * frame.range(), random);
        maker.fill(rows, frame, frame.padded(BackgroundShape.withBump(maker.shape(frame), centre,
                centre * Draws.uniform(0.03, 0.10, random), Draws.uniform(0.3, 1.5, random))));
        return maker.finish(rows, ChannelTruth.Kind.SAME_SIGN_HUMP, Optional.empty());
    }

    /** K π of a K*(892), D⁰ or B⁰ with the kaon taken for a pion or the other way round. */
    private GeneratedChannel reflection() {
        Reflected chosen = Draws.choice(List.of(new Reflected(313, new int[] {321, -211}, new int[] {321, -321}),
                new Reflected(421, new int[] {-321, 211}, new int[] {-211, 211}),
                new Reflected(421, new int[] {-321, 211}, new int[] {-321, 321}),
                new Reflected(333, new int[] {321, -321}, new int[] {321, -211}),
                new Reflected(3122, new int[] {2212, -211}, new int[] {211, -211}),
                new Reflected(511, new int[] {321, -211}, new int[] {321, -321}),
                new Reflected(443, new int[] {13, -13}, new int[] {211, -211})), random);
        Particle parent = ParticleTable.standard().particle(chosen.parent());
        double[] masses = new double[2];
        for (int i = 0; i < 2; i++) {
            masses[i] = ParticleTable.standard().mass(chosen.seen()[i]);
        }
        Production production = new Production(chosen.real(), 3, random);
        int size = 400;
        double[] reflected = new double[size];
        LorentzVector[][] events = new LorentzVector[size][];
        for (int i = 0; i < size; i++) {
            LorentzVector[] measured =
                    maker.setting.detector().measure(production.decay(parent.mass()), chosen.real(), random);
            for (int d = 0; d < 2; d++) {
                measured[d] = measured[d].scaled(1, masses[d]);
            }
            events[i] = measured;
            reflected[i] = Detector.mass(measured);
        }
        double[] sorted = reflected.clone();
        java.util.Arrays.sort(sorted);
        double middle = sorted[size / 2];
        double low = Math.max(Conservation.threshold(chosen.seen()) + 0.02, 0.7 * middle);
        Frame frame = new Frame(chosen.seen(), low, Math.max(1.5 * middle, low * 1.3), 3);
        CandidateRows rows = maker.rows(frame);
        maker.fill(rows, frame, maker.density(frame));
        int wanted = (int) (Draws.uniform(4, 12, random) * Math.sqrt(maker.setting.size() * 0.05)) + 8;
        for (int i = 0; i < Math.min(wanted, size); i++) {
            if (reflected[i] > frame.low() && reflected[i] < frame.high()) {
                rows.add(events[i]);
            }
        }
        return maker.finish(rows, ChannelTruth.Kind.REFLECTION, Optional.empty());
    }

    private record Reflected(int parent, int[] real, int[] seen) {}

    private GeneratedChannel edge() {
        Frame frame = Frame.random(Draws.choice(FinalStates.ALL, random), random);
        CandidateRows rows = maker.rows(frame);
        double edge = Draws.uniform(frame.low() + 0.3 * frame.range(), frame.high() - 0.2 * frame.range(), random);
        double start = Draws.uniform(frame.low() - 0.3 * frame.range(), frame.low() + 0.1 * frame.range(), random);
        maker.fill(rows, frame, frame.padded(BackgroundShape.withEdge(maker.shape(frame), edge, start,
                Draws.uniform(0.3, 1.5, random))));
        return maker.finish(rows, ChannelTruth.Kind.EDGE, Optional.empty());
    }

    private GeneratedChannel massScale() {
        MomentumResolution resolution = maker.setting.detector().resolution();
        ChannelMaker shifted = new ChannelMaker(maker.name, new ChannelMaker.Setting(
                new Detector(resolution, 0.997), maker.setting.size(), maker.setting.bump()), random);
        DecayMode mode = shifted.knownMode();
        Particle parent = ParticleTable.standard().particle(mode.parent());
        Frame frame = Frame.around(mode.daughters().stream().mapToInt(Integer::intValue).toArray(), parent.mass(),
                random);
        return shifted.signal(frame, new ChannelMaker.Plan(parent.id(), parent.mass(), Math.max(0, parent.width()),
                Draws.uniform(5, 8, random)), ChannelTruth.Kind.MASS_SCALE);
    }

    /** A strong J/ψ, ψ(2S) or Υ to two leptons, a fifth of them with a photon lost. */
    private GeneratedChannel radiativeTail() {
        int id = Draws.choice(List.of(443, 100443, 553), random);
        int[] pids = random.nextBoolean() ? new int[] {13, -13} : new int[] {11, -11};
        double mass = ParticleTable.standard().mass(id);
        Frame frame = Frame.around(pids, mass, random);
        CandidateRows rows = maker.rows(frame);
        maker.fill(rows, frame, maker.density(frame));
        Production production = new Production(pids, 3, random);
        int strong = (int) (20 * Math.sqrt(maker.setting.size() * 0.03)) + 30;
        for (int i = 0; i < strong; i++) {
            double left = random.nextInt(5) == 0 ? 1 - Draws.logUniform(0.004, 0.15, random) : 1;
            rows.add(maker.setting.detector().measure(production.decay(mass * left), pids, random));
        }
        double sigma = mass * maker.setting.detector().resolution().tracks() / Math.sqrt(2);
        return maker.finish(rows, ChannelTruth.Kind.RADIATIVE_TAIL,
                Optional.of(new ChannelTruth.Planted(id, mass, sigma, 20, strong)));
    }
}
