package org.novum.solarflare.input;

import java.util.Optional;

/**
 * GOES soft X-ray classes: the decade of the peak flux at 1 to 8 Angstrom, from 1e-8 W/m2 (A) to 1e-4 W/m2 (X).
 *
 * <p>Of GOES 8 to 15 the listed values carry NOAA's factor 0.7; all tables read here are on that scale.
 */
public enum FlareClass {
    /** From 1e-8 W/m2. */
    A(1e-8),
    /** From 1e-7 W/m2. */
    B(1e-7),
    /** From 1e-6 W/m2. */
    C(1e-6),
    /** From 1e-5 W/m2. */
    M(1e-5),
    /** From 1e-4 W/m2. */
    X(1e-4);

    private static final double GREATEST = 50;

    private final double flux;

    FlareClass(double flux) {
        this.flux = flux;
    }

    /**
     * A flare's class and size.
     *
     * @param letter its class
     * @param flux peak in W/m2; where the list gives the letter alone, the class's lower edge
     */
    public record Size(FlareClass letter, double flux) {
        /** True for flares of this class or a greater one; the letter decides, so that rounding of the flux cannot. */
        public boolean atLeast(FlareClass least) {
            return letter.compareTo(least) >= 0;
        }
    }

    /**
     * Reads {@code M2.5}, {@code C6,2} (a decimal comma stands in some lists) or a letter alone. Numbers go from 1 to below
     * 10, of X flares to below {@value #GREATEST}: that of 2003-11-04, which saturated the detectors, was about X45
     * (Thomson et al., Geophys. Res. Lett. 31 (2004) L06803).
     *
     * @return nothing if the class is unknown or the number cannot be
     */
    public static Optional<Size> parse(String text) {
        String word = text.strip().replace(',', '.');
        int index = word.isEmpty() ? -1 : "ABCMX".indexOf(word.charAt(0));
        if (index < 0) {
            return Optional.empty();
        }
        FlareClass letter = values()[index];
        String number = word.substring(1).strip();
        if (number.isEmpty()) {
            return Optional.of(new Size(letter, letter.flux));
        }
        if (!number.matches("[0-9]{1,3}(\\.[0-9]{0,3})?")) {
            return Optional.empty();
        }
        double times = Double.parseDouble(number);
        return times >= 1 && times < (letter == X ? GREATEST : 10)
                ? Optional.of(new Size(letter, letter.flux * times))
                : Optional.empty();
    }
}
