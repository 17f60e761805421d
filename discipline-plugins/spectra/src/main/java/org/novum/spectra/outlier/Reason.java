package org.novum.spectra.outlier;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.novum.spectra.line.EmissionLine;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.template.SpectralClass;

/** Says in words what is odd. */
public final class Reason {
    /** Relative distance, 450 km/s, within which a line has its name. */
    private static final double NEAR = 0.0015;

    private Reason() {}

    /** The reason of a sighting, with its wavelengths as observed and, beyond the Milky Way, at rest. */
    public static String of(Sighting sighting, Candidate best) {
        double middle = Math.sqrt(sighting.from() * sighting.to());
        String explanation = best.spectralClass() == SpectralClass.STAR
                ? "STAR"
                : String.format(Locale.ROOT, "%s at z = %.4f", best.spectralClass(), best.redshift());
        return switch (sighting.oddity()) {
            case EMISSION -> line("emission", middle, sighting, best, explanation);
            case ABSORPTION -> line("absorption", middle, sighting, best, explanation);
            case SHAPE ->
                String.format(
                        Locale.ROOT,
                        "the light from %.0f to %.0f Angstrom is %.1f %% %s the best explanation (%s); %.1f standard deviations",
                        sighting.from(),
                        sighting.to(),
                        100 * Math.abs(sighting.part()),
                        sighting.part() < 0 ? "below" : "above",
                        explanation,
                        sighting.strength());
            case NOISE ->
                String.format(
                        Locale.ROOT,
                        "the scatter from pixel to pixel from %.0f to %.0f Angstrom is %.2f times the stated errors",
                        sighting.from(),
                        sighting.to(),
                        sighting.strength());
            case SKY ->
                String.format(
                        Locale.ROOT,
                        "residuals of the night sky or the air from %.0f to %.0f Angstrom: %.1f times the stated errors",
                        sighting.from(),
                        sighting.to(),
                        sighting.strength());
        };
    }

    /** The line that is at a wavelength at rest, if one is. */
    private static Optional<String> knownLine(double rest) {
        return Arrays.stream(EmissionLine.values())
                .filter(line -> Math.abs(rest / line.wavelength() - 1) < NEAR)
                .min(Comparator.comparingDouble(line -> Math.abs(rest - line.wavelength())))
                .map(line -> line.label().replace('_', ' '));
    }

    private static String line(String kind, double at, Sighting sighting, Candidate best, String explanation) {
        Optional<String> known = kind.equals("emission") && best.spectralClass() != SpectralClass.STAR
                ? knownLine(at / (1 + best.redshift()))
                : Optional.empty();
        if (known.isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "%s at %.0f Angstrom is stronger than the best explanation, %s, allows; %.1f standard deviations",
                    known.get(),
                    at,
                    explanation,
                    sighting.strength());
        }
        String rest = best.spectralClass() == SpectralClass.STAR
                ? ""
                : String.format(Locale.ROOT, " (%.0f at rest)", at / (1 + best.redshift()));
        return String.format(
                Locale.ROOT,
                "unexplained %s at %.0f Angstrom%s beside the best explanation, %s; %.1f standard deviations",
                kind,
                at,
                rest,
                explanation,
                sighting.strength());
    }
}
