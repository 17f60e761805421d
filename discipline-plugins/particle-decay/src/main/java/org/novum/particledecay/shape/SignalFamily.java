package org.novum.particledecay.shape;

/** The peak shapes to choose from. */
public enum SignalFamily {
    /** Gaussian resolution alone. */
    GAUSSIAN {
        @Override
        public SignalShape at(PeakStart start) {
            return new Gaussian(start);
        }
    },
    /** Gaussian core with a power-law tail to low masses: radiative losses, negligible natural width. */
    CRYSTAL_BALL {
        @Override
        public SignalShape at(PeakStart start) {
            return new CrystalBall(start);
        }
    },
    /** Gaussian core with power-law tails on both sides. */
    DOUBLE_CRYSTAL_BALL {
        @Override
        public SignalShape at(PeakStart start) {
            return new DoubleCrystalBall(start);
        }
    },
    /** Breit-Wigner of known natural width with Gaussian resolution; a Gaussian where the width is 0. */
    VOIGT {
        @Override
        public SignalShape at(PeakStart start) {
            return start.naturalWidth() == 0 ? new Gaussian(start) : new Voigt(start, Voigt.NaturalWidth.KNOWN);
        }
    },
    /** Breit-Wigner with Gaussian resolution, both widths fitted. */
    VOIGT_FREE_WIDTH {
        @Override
        public SignalShape at(PeakStart start) {
            return new Voigt(start, Voigt.NaturalWidth.FITTED);
        }
    },
    /** Breit-Wigner of known width with a Crystal Ball resolution; a Crystal Ball where the width is 0. */
    RADIATIVE_VOIGT {
        @Override
        public SignalShape at(PeakStart start) {
            return start.naturalWidth() == 0
                    ? new CrystalBall(start)
                    : new RadiativeBreitWigner(start, RadiativeBreitWigner.Line.BREIT_WIGNER);
        }
    },
    /** Relativistic Breit-Wigner of known width with a Crystal Ball resolution. */
    RADIATIVE_RELATIVISTIC {
        @Override
        public SignalShape at(PeakStart start) {
            return new RadiativeBreitWigner(start, RadiativeBreitWigner.Line.RELATIVISTIC);
        }
    },
    /** Relativistic Breit-Wigner without resolution, for resonances much wider than the resolution. */
    RELATIVISTIC_BREIT_WIGNER {
        @Override
        public SignalShape at(PeakStart start) {
            return new RelativisticBreitWigner(start);
        }
    };

    /** The shape for one peak. */
    public abstract SignalShape at(PeakStart start);
}
