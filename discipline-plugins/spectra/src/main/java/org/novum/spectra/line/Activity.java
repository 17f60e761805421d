package org.novum.spectra.line;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.statistics.math.StableMath;

/**
 * What makes the lines of a galaxy or quasar shine, in the words and by the rules of SDSS (Bolton et al. 2012, AJ 144, 144,
 * section 4.2): AGN and STARFORMING on two sides of a line in the diagram of Baldwin, Phillips and Terlevich (1981, PASP
 * 93, 5), STARBURST where H alpha is wider than 50 Angstrom, and BROADLINE where lines are broader than 200 km/s.
 */
public final class Activity {
    private static final double SEEN = 3;
    private static final double BROAD = 200;
    private static final double BROAD_SEEN = 10;
    private static final double BURST = 50;

    /** Broad Balmer components whose share of the lines' significance is less are wings of narrow lines. */
    private static final double BROAD_SHARE = 0.02;

    private static final double BROAD_GAIN = 100;

    private Activity() {}

    /** The words, separated by blanks; empty where nothing is known. */
    public static Optional<String> of(LineFit fit) {
        Map<EmissionLine, MeasuredLine> lines = new EnumMap<>(EmissionLine.class);
        fit.lines().forEach(line -> lines.put(line.line(), line));
        List<String> words = new ArrayList<>();
        source(lines).ifPresent(words::add);
        if (fit.shiftError() < Double.POSITIVE_INFINITY && broad(fit, lines)) {
            words.add("BROADLINE");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private static Optional<String> source(Map<EmissionLine, MeasuredLine> lines) {
        for (EmissionLine needed : List.of(
                EmissionLine.H_ALPHA, EmissionLine.H_BETA, EmissionLine.O_III_5007, EmissionLine.N_II_6583)) {
            MeasuredLine line = lines.get(needed);
            if (line == null || line.significance() < SEEN) {
                return Optional.empty();
            }
        }
        double oxygen = logarithm(lines.get(EmissionLine.O_III_5007).flux() / lines.get(EmissionLine.H_BETA).flux());
        double nitrogen = logarithm(lines.get(EmissionLine.N_II_6583).flux() / lines.get(EmissionLine.H_ALPHA).flux());
        if (oxygen > 0.7 - 1.2 * (nitrogen + 0.4)) {
            return Optional.of("AGN");
        }
        return Optional.of(lines.get(EmissionLine.H_ALPHA).equivalentWidth() > BURST ? "STARBURST" : "STARFORMING");
    }

    private static double logarithm(double ratio) {
        return StableMath.log(ratio) / StrictMath.log(10);
    }

    private static boolean broad(LineFit fit, Map<EmissionLine, MeasuredLine> lines) {
        if (broadComponent(fit)) {
            return true;
        }
        return lines.values().stream()
                .filter(line -> line.significance() > BROAD_SEEN)
                .anyMatch(line -> line.width() - 5 * line.widthError() > BROAD);
    }

    /** Whether the Balmer lines stand on broad ones. */
    public static boolean broadComponent(LineFit fit) {
        double broad = fit.broadGain();
        return broad > BROAD_GAIN && broad > BROAD_SHARE * fit.gain();
    }

    /** Of a quasar whose ultraviolet lines alone are seen. */
    public static Optional<String> ofUltraviolet(LineFit fit) {
        boolean broad = fit.lines().stream()
                .filter(line -> line.line().group() == EmissionLine.Group.BROAD && line.significance() > BROAD_SEEN)
                .anyMatch(line -> line.width() > BROAD);
        return broad ? Optional.of("BROADLINE") : Optional.empty();
    }
}
