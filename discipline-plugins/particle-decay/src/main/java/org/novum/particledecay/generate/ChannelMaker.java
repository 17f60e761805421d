package org.novum.particledecay.generate;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.novum.particledecay.pdg.DecayMode;
import org.novum.particledecay.pdg.DecayModes;
import org.novum.particledecay.pdg.Particle;
import org.novum.particledecay.pdg.ParticleTable;

/** Makes one channel: a background of a random family and origin, and what is planted in it. */
final class ChannelMaker {
    private static final int SIGNAL_SAMPLE = 3000;

    final String name;
    final Setting setting;
    final SplittableRandom random;

    ChannelMaker(String name, Setting setting, SplittableRandom random) {
        this.name = name;
        this.setting = setting;
        this.random = random;
    }

    /**
     * What the channel has to be.
     *
     * @param detector how momenta are measured
     * @param size number of background candidates
     * @param bump whether the background carries a broad bump
     */
    record Setting(Detector detector, int size, boolean bump) {}

    GeneratedChannel background() {
        Frame frame = Frame.random(Draws.choice(FinalStates.ALL, random), random);
        CandidateRows rows = rows(frame);
        fill(rows, frame, density(frame));
        return finish(rows, ChannelTruth.Kind.BACKGROUND, Optional.empty());
    }

    GeneratedChannel unknownSignal(double z) {
        Frame frame = Frame.random(Draws.choice(FinalStates.ALL, random), random);
        double mass = Draws.uniform(frame.low() + 0.12 * frame.range(), frame.high() - 0.12 * frame.range(), random);
        return signal(frame, new Plan(0, mass, 0, z), ChannelTruth.Kind.SIGNAL);
    }

    GeneratedChannel knownSignal(double z) {
        DecayMode mode = knownMode();
        Particle parent = ParticleTable.standard().particle(mode.parent());
        Frame frame = Frame.around(mode.daughters().stream().mapToInt(Integer::intValue).toArray(), parent.mass(),
                random);
        return signal(frame, new Plan(parent.id(), parent.mass(), Math.max(0, parent.width()), z),
                ChannelTruth.Kind.SIGNAL);
    }

    /** A listed mode of a narrow state into two to five particles, with room above threshold. */
    DecayMode knownMode() {
        List<DecayMode> modes = DecayModes.established().all().stream().filter(ChannelMaker::plantable).toList();
        return Draws.choice(modes, random);
    }

    private static boolean plantable(DecayMode mode) {
        ParticleTable table = ParticleTable.standard();
        Particle parent = table.particle(mode.parent());
        double threshold = mode.daughters().stream().mapToDouble(table::mass).sum();
        boolean seen = mode.daughters().stream().allMatch(FrameIdentities::detected);
        return seen && mode.daughters().size() <= 5 && parent.width() < 0.004 * parent.mass()
                && parent.mass() > threshold + 0.15 && parent.mass() < 20;
    }

    /** What is planted: PDG number or 0, mass and natural width in GeV, Asimov significance. */
    record Plan(int parent, double mass, double width, double z) {}

    GeneratedChannel signal(Frame frame, Plan plan, ChannelTruth.Kind kind) {
        DoubleUnaryOperator shape = shape(frame);
        TabulatedDensity density = frame.padded(shape);
        CandidateRows rows = rows(frame);
        fill(rows, frame, density);
        Production production = new Production(frame.pids(), frame.meanTransverse(), random);
        double[] sample = new double[SIGNAL_SAMPLE];
        double mean = 0;
        for (int i = 0; i < sample.length; i++) {
            sample[i] = Detector.mass(measured(production, frame, plan));
            mean += sample[i] / sample.length;
        }
        double variance = 0;
        for (double mass : sample) {
            variance += (mass - mean) * (mass - mean) / sample.length;
        }
        double sigma = Math.sqrt(variance);
        double expected = expectedYield(new Reconstructed(sample, mean, sigma), density, plan.z(), frame);
        int planted = Draws.poisson(expected, random);
        for (int i = 0; i < planted; i++) {
            rows.add(measured(production, frame, plan));
        }
        return finish(rows, kind, Optional.of(
                new ChannelTruth.Planted(plan.parent(), mean, sigma, plan.z(), expected)));
    }

    private LorentzVector[] measured(Production production, Frame frame, Plan plan) {
        double reach = 8;
        double mass = plan.mass();
        do {
            mass = plan.width() > 0 ? Draws.breitWigner(plan.mass(), plan.width(), reach, random) : plan.mass();
        } while (mass <= production.threshold());
        return setting.detector().measure(production.decay(mass), frame.pids(), random);
    }

    private record Reconstructed(double[] sample, double mean, double sigma) {}

    private double expectedYield(Reconstructed signal, TabulatedDensity density, double z, Frame frame) {
        int bins = 48;
        double[] shape = new double[bins];
        double[] background = new double[bins];
        double from = signal.mean() - 4 * signal.sigma();
        double width = 8 * signal.sigma() / bins;
        for (double mass : signal.sample()) {
            int bin = (int) Math.floor((mass - from) / width);
            if (bin >= 0 && bin < bins) {
                shape[bin] += 1.0 / signal.sample().length;
            }
        }
        double inside = frame.insideFraction(density);
        for (int bin = 0; bin < bins; bin++) {
            background[bin] = setting.size() * density.at(from + (bin + 0.5) * width) * width / inside;
        }
        return AsimovYield.of(z, shape, background);
    }

    CandidateRows rows(Frame frame) {
        return new CandidateRows(name, frame.pids(), 1_000_000L + random.nextInt(1_000_000));
    }

    DoubleUnaryOperator shape(Frame frame) {
        DoubleUnaryOperator smooth =
                BackgroundShape.random(frame.low(), frame.high(), frame.threshold(), random);
        if (!setting.bump()) {
            return smooth;
        }
        double centre = Draws.uniform(frame.low() + 0.2 * frame.range(), frame.high() - 0.2 * frame.range(), random);
        // Broad against the resolution of the channel, photons or not.
        double width = centre * Math.max(Draws.uniform(0.025, 0.06, random), frame.photons() ? 0.09 : 0);
        double level = frame.padded(smooth).at(centre) * setting.size() * width;
        // Height such that the bump itself stands two to eight standard deviations out of the smooth part.
        double height = Draws.uniform(2, 8, random) / Math.sqrt(1.77 * Math.max(level, 0.5));
        return BackgroundShape.withBump(smooth, centre, width, height);
    }

    TabulatedDensity density(Frame frame) {
        return frame.padded(shape(frame));
    }

    /** Adds background candidates until the window holds as many as wanted. */
    void fill(CandidateRows rows, Frame frame, TabulatedDensity density) {
        Production production = new Production(frame.pids(), frame.meanTransverse(), random);
        int inside = 0;
        while (inside < setting.size()) {
            double mass = density.draw(random);
            if (mass > production.threshold() * 1.0005) {
                LorentzVector[] seen = setting.detector().measure(production.decay(mass), frame.pids(), random);
                double measured = Detector.mass(seen);
                if (measured >= frame.low() && measured <= frame.high()) {
                    rows.add(seen);
                    inside++;
                }
            }
        }
    }

    GeneratedChannel finish(CandidateRows rows, ChannelTruth.Kind kind, Optional<ChannelTruth.Planted> planted) {
        int[] order = IntStream.range(0, rows.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return new GeneratedChannel(rows.build(order), new ChannelTruth(name, kind, setting.bump(), planted));
    }
}
