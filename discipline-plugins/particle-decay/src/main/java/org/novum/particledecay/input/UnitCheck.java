package org.novum.particledecay.input;

import java.util.Arrays;
import java.util.Locale;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;
import org.novum.particledecay.pdg.ParticleTable;

/** Recognises energies in another unit than GeV by the rest masses that they give. */
final class UnitCheck {
    /** A thousand, as MeV taken for GeV gives, give or take what mis-identified daughters and rounding do. */
    private static final double SMALLEST_FACTOR = 300;

    private static final double LARGEST_FACTOR = 3000;

    /** Squared rest masses below this fraction of the squared energy are rounding. */
    private static final double ROUNDING = 1e-4;

    private UnitCheck() {}

    /**
     * Compares the median rest mass of each daughter with that of its identity; only written energies can disagree.
     *
     * @throws DataException if one is about a thousand times too large
     */
    static void requireRestMasses(Candidates candidates, DataPart part, Layout layout) {
        if (layout.momenta() != Layout.Momenta.CARTESIAN || candidates.size() == 0) {
            return;
        }
        requireEnergies(candidates, part);
        for (int daughter = 0; daughter < candidates.pids().length; daughter++) {
            FourVectors vectors = candidates.daughters().get(daughter);
            double expected = ParticleTable.standard().mass(candidates.pids()[daughter][0]);
            double[] squares = new double[candidates.size()];
            double[] energies = new double[candidates.size()];
            for (int row = 0; row < squares.length; row++) {
                energies[row] = vectors.energy()[row] * vectors.energy()[row];
                squares[row] = energies[row] - vectors.momentumSquared(row);
            }
            double square = median(squares);
            double factor = Math.sqrt(Math.max(0, square)) / expected;
            if (square > ROUNDING * median(energies) && factor > SMALLEST_FACTOR && factor < LARGEST_FACTOR) {
                throw new DataException(
                        part.uri(),
                        String.format(
                                Locale.ROOT,
                                "daughter %d has a rest mass of %.4g GeV as a rule, %.0f times that of %s",
                                daughter + 1,
                                Math.sqrt(square),
                                factor,
                                ParticleTable.standard().particle(candidates.pids()[daughter][0]).name()),
                        "say the unit of its columns in data.units, for instance {E1: MeV, px1: MeV, py1: MeV, pz1: MeV}");
            }
        }
    }

    /** Energy and momentum of one daughter in different units. */
    private static void requireEnergies(Candidates candidates, DataPart part) {
        for (int daughter = 0; daughter < candidates.pids().length; daughter++) {
            FourVectors vectors = candidates.daughters().get(daughter);
            double mass = ParticleTable.standard().mass(candidates.pids()[daughter][0]);
            double[] ratios = new double[candidates.size()];
            for (int row = 0; row < ratios.length; row++) {
                ratios[row] = vectors.energy()[row] / Math.sqrt(vectors.momentumSquared(row) + mass * mass);
            }
            double ratio = median(ratios);
            if (ratio > SMALLEST_FACTOR || ratio < 1 / SMALLEST_FACTOR) {
                throw new DataException(
                        part.uri(),
                        String.format(
                                Locale.ROOT,
                                "the energy of daughter %d is as a rule %.3g times what its momentum and the mass of %s give",
                                daughter + 1,
                                ratio,
                                ParticleTable.standard().particle(candidates.pids()[daughter][0]).name()),
                        "say the unit of every column in data.units, for instance {E1: MeV, px1: GeV, py1: GeV, pz1: GeV}");
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
