package org.novum.particledecay.scan;

import java.util.Arrays;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.InvariantMass;
import org.novum.particledecay.kinematics.MassDerivatives;
import org.novum.particledecay.kinematics.MassResolution;
import org.novum.particledecay.kinematics.MomentumResolution;
import org.novum.particledecay.pdg.Conservation;

/** Turns the candidates of a channel into the spectrum that a scan needs. */
public final class ChannelSpectra {
    /** Where nothing better is known: tracks to 0.7 %, photons to 3 %. */
    public static final MomentumResolution TYPICAL = new MomentumResolution(0.0071, 0.03);

    private ChannelSpectra() {}

    /**
     * The mass spectrum of all daughters over its own range, duplicates dropped, with the mass resolution propagated from
     * the daughters' momenta for detectors like {@code resolution}.
     */
    public static Spectrum of(Candidates candidates, MomentumResolution resolution) {
        Candidates unique = candidates.withoutDuplicates();
        double[] masses = InvariantMass.of(unique);
        double[] errors = MassDerivatives.of(unique).sigma(resolution);
        for (int row = 0; row < errors.length; row++) {
            // A daughter at rest has no momentum error: a floor keeps bins finite near threshold.
            errors[row] = Math.max(errors[row], 5e-4 * masses[row]);
        }
        return Spectrum.of(masses, MassResolution.smooth(masses, errors),
                Conservation.threshold(Arrays.stream(unique.finalState()).toArray()));
    }
}
