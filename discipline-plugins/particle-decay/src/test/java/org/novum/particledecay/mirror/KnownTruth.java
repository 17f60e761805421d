package org.novum.particledecay.mirror;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the shipped studies must find in the data of the mirror.
 *
 * <p>Reference figures: unbinned extended maximum likelihood with Gaussian or Voigt peaks and Chebyshev backgrounds, made
 * independently of this project and written beside the data; masses in MeV, errors statistical. A Voigt peak leaves the
 * radiative tail of a Z to the background, so a peak with a tail may hold more than the reference, though never more than
 * there are candidates.
 *
 * @param study that finds it
 * @param state its claim's number in the spectrum
 * @param known its name
 * @param tabulated mass of the Particle Data Group
 * @param mass measured
 * @param massError of it
 * @param massScale relative systematic error of the detector's scale
 * @param yield measured
 * @param yieldError of it
 * @param tailed whether the reference leaves a tail to the background
 */
record KnownTruth(
        String study,
        int state,
        String known,
        double tabulated,
        double mass,
        double massError,
        double massScale,
        double yield,
        double yieldError,
        Tail tailed) {
    /** What the reference does with the tail of a peak. */
    enum Tail {
        /** There is none to speak of. */
        NONE,
        /** It counts as background. */
        LEFT_TO_BACKGROUND
    }

    /** Every row of the table of what must be found. */
    static Stream<KnownTruth> all() {
        return Stream.of(
                new KnownTruth("omega-mumu", 1, "omega(782)", 782.66, 780.94, 0.69, 0.003, 1024, 72, Tail.NONE),
                new KnownTruth("upsilon-mumu", 1, "Upsilon(1S)", 9460.4, 9445.1, 3.0, 0.003, 2074, 81, Tail.NONE),
                new KnownTruth("upsilon-mumu", 2, "Upsilon(2S)", 10023.4, 10016.5, 9.8, 0.003, 639, 79, Tail.NONE),
                new KnownTruth("upsilon-mumu", 3, "Upsilon(3S)", 10355.1, 10341.8, 13.5, 0.003, 479, 72, Tail.NONE),
                new KnownTruth("jpsi-mumu", 1, "J/psi(1S)", 3096.9, 3098.2, 7.9, 0.003, 101, 18, Tail.NONE),
                new KnownTruth("z-mumu", 1, "Z", 91188, 90778, 30, 0.005, 7950, 107, Tail.LEFT_TO_BACKGROUND),
                new KnownTruth("z-ee", 1, "Z", 91188, 90480, 50, 0.01, 9059, 134, Tail.LEFT_TO_BACKGROUND),
                new KnownTruth("four-leptons", 1, "Z", 91188, 90700, 600, 0.005, 40, 7, Tail.NONE));
    }

    /** The shipped studies of real data. */
    static List<String> studies() {
        return Stream.concat(all().map(KnownTruth::study).distinct(), Stream.of("same-sign-null")).toList();
    }
}
