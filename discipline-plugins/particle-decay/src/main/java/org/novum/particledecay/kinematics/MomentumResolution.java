package org.novum.particledecay.kinematics;

/**
 * Relative momentum resolutions of a detector.
 *
 * @param tracks relative error of the momentum of a charged track, for instance 0.007
 * @param photons relative error of the energy of a photon, for instance 0.03
 */
public record MomentumResolution(double tracks, double photons) {
    /** Checks that both are positive and below one. */
    public MomentumResolution {
        if (!(tracks > 0 && tracks < 1 && photons > 0 && photons < 1)) {
            throw new KinematicsException("relative momentum resolutions " + tracks + " and " + photons
                    + " must lie between 0 and 1");
        }
    }
}
