package org.novum.particledecay.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.MomentumResolution;
import org.novum.statistics.math.StableMath;

/**
 * A generated dimuon spectrum from 8 to 12 GeV with one to three hidden narrow states, for a demonstration without data.
 *
 * @param candidates opposite-sign muon pairs
 * @param hidden the states that were planted, lightest first
 */
public record DimuonSample(Candidates candidates, List<ChannelTruth.Planted> hidden) {
    private static final int[] MUONS = {13, -13};
    private static final double LOW = 8;
    private static final double HIGH = 12;
    private static final double STRONGEST_MASS = 9.2;

    /** Copies the list. */
    public DimuonSample {
        hidden = List.copyOf(hidden);
    }

    /** Generates {@code background} background pairs and what is hidden among them, all from one seed. */
    public static DimuonSample generate(int background, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Detector detector = new Detector(new MomentumResolution(Draws.uniform(0.008, 0.012, random), 0.03), 1);
        Production production = new Production(MUONS, 6, random);
        CandidateRows rows = new CandidateRows("dimuon", MUONS, 1);
        double slope = Draws.uniform(0.1, 0.3, random);
        TabulatedDensity density =
                new TabulatedDensity(LOW * 0.95, HIGH * 1.05, mass -> StableMath.exp(-slope * (mass - LOW)));
        for (int inside = 0; inside < background; ) {
            inside += addInside(rows, detector.measure(production.decay(density.draw(random)), MUONS, random));
        }
        List<ChannelTruth.Planted> hidden = new ArrayList<>();
        int states = 1 + random.nextInt(3);
        double mass = STRONGEST_MASS + Draws.uniform(0, 0.4, random);
        double strength = Draws.uniform(14, 20, random);
        for (int state = 0; state < states; state++) {
            double sigma = mass * detector.resolution().tracks() / Math.sqrt(2);
            double level = background * density.at(mass) * 2 * Math.sqrt(Math.PI) * sigma;
            int planted = Draws.poisson(strength * Math.sqrt(level), random);
            for (int i = 0; i < planted; i++) {
                addInside(rows, detector.measure(production.decay(mass), MUONS, random));
            }
            hidden.add(new ChannelTruth.Planted(0, mass, sigma, strength, planted));
            mass += Draws.uniform(0.5, 0.8, random);
            strength *= Draws.uniform(0.55, 0.75, random);
        }
        return new DimuonSample(rows.build(shuffled(rows.size(), random)), hidden);
    }

    private static int addInside(CandidateRows rows, LorentzVector[] pair) {
        double mass = Detector.mass(pair);
        if (mass < LOW || mass > HIGH) {
            return 0;
        }
        rows.add(pair);
        return 1;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
