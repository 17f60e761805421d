package org.novum.particledecay.shape;

/** A peak. The first parameter of every peak is its {@code mass}. */
public sealed interface SignalShape extends Shape
        permits Gaussian, CrystalBall, DoubleCrystalBall, Voigt, RadiativeBreitWigner, RelativisticBreitWigner {
    /** Where the peak is looked for. */
    PeakStart start();
}
