package org.novum.spectra.redshift;

import java.util.Set;
import java.util.stream.Collectors;

/** Why a redshift is to be doubted; the warning of a row is the sum of its bits, 0 for none. */
public enum Warning {
    /** There is no spectrum, or its errors are not in the unit of its flux; the reason is in the column {@code problem}. */
    NO_SPECTRUM,
    /** Too few pixels carry information, or no template fits with a positive amplitude. */
    LITTLE_DATA,
    /** Another class or redshift explains the spectrum nearly as well. */
    SMALL_DELTA_CHI2,
    /** The redshift lies at the edge of the range that is searched for the class. */
    AT_EDGE,
    /** Absorption was forgiven to reach this redshift: plain chi-square prefers another. */
    ROBUST_DIFFERS,
    /** The spectrum is constant or all of its flux is noise. */
    NO_SIGNAL,
    /** The lines, found by no template, speak clearly for another redshift. */
    LINES_DISAGREE,
    /**
     * Quasar or galaxy: a galaxy's templates put it at the same redshift, and no broad line tells which. Or galaxy or star: it
     * is a galaxy by its templates, within 1,000 km/s, and a star there is the runner-up.
     */
    CLASS_AMBIGUOUS,
    /** Pixels sharper than any line were left out: cosmic rays, dead pixels. */
    BAD_PIXELS,
    /** The best explanation leaves more of the spectrum than right ones do: perhaps no template shows what it is. */
    BAD_FIT;

    /** The warning's bit. */
    public long bit() {
        return 1L << ordinal();
    }

    /** The sum of bits. */
    public static long bits(Set<Warning> warnings) {
        return warnings.stream().mapToLong(Warning::bit).sum();
    }

    /** Names in the order of the bits, separated by bars. */
    public static String names(Set<Warning> warnings) {
        return warnings.stream().sorted().map(Warning::name).collect(Collectors.joining("|"));
    }
}
