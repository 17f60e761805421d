package org.novum.spectra.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.statistics.math.StableMath;

/**
 * The broad ultraviolet lines of a quasar, each of its own place and width: from the strongest to the weakest, each on what
 * those before it leave, so that neighbours such as Ly alpha and N V do not share their light.
 */
final class BroadLines {
    private static final double[] SIGMAS = {5, 8, 12, 18, 27, 40};
    private static final double FARTHEST = 24;
    private static final double STEP = 4;

    private final GridSpectrum spectrum;
    private final double[] level;
    private final double shift;
    private LineSystem remaining;

    /**
     * Prepares a spectrum.
     *
     * @param continuum without the lines
     * @param shift of the quasar in pixels
     */
    BroadLines(GridSpectrum spectrum, double[] continuum, double shift) {
        this.spectrum = spectrum;
        this.shift = shift;
        level = continuum.clone();
        remaining = new LineSystem(spectrum, level);
    }

    /**
     * A line as it was found.
     *
     * @param line which one
     * @param profile of the best place and width
     * @param height of the profile
     * @param error of the height, of the noise alone
     * @param gain by which it lowers chi-square
     */
    record Found(EmissionLine line, LineSystem.Profile profile, double height, double error, double gain) {}

    /** The lines that the spectrum covers, by wavelength. */
    List<Found> found() {
        List<EmissionLine> left = new ArrayList<>(List.of(EmissionLine.values()));
        left.removeIf(line -> line.group() != EmissionLine.Group.BROAD
                || !remaining.covers(new LineSystem.Profile(line.position(shift), 20)));
        List<Found> found = new ArrayList<>();
        Map<EmissionLine, Found> trials = new EnumMap<>(EmissionLine.class);
        while (!left.isEmpty()) {
            Found strongest = left.stream()
                    .map(line -> trials.computeIfAbsent(line, this::trial))
                    .max(Comparator.comparingDouble(Found::gain))
                    .orElseThrow();
            found.add(strongest);
            left.remove(strongest.line());
            subtract(strongest);
            trials.keySet().removeIf(line -> touches(strongest.profile(), line));
        }
        found.sort(Comparator.comparingInt(one -> one.line().ordinal()));
        return found;
    }

    /** Whether a line that is subtracted changes what a trial of another sees. */
    private boolean touches(LineSystem.Profile subtracted, EmissionLine other) {
        double reach = LineSystem.REACH * (subtracted.sigma() + SIGMAS[SIGMAS.length - 1]) + FARTHEST + 1;
        return Math.abs(subtracted.position() - other.position(shift)) <= reach;
    }

    private void subtract(Found line) {
        for (int i = 0; i < level.length; i++) {
            double x = (i - line.profile().position()) / line.profile().sigma();
            level[i] += Math.abs(x) < LineSystem.REACH ? line.height() * StableMath.exp(-0.5 * x * x) : 0;
        }
        remaining = new LineSystem(spectrum, level);
    }

    private Found trial(EmissionLine line) {
        double centre = line.position(shift);
        LineSystem.Profile middle = new LineSystem.Profile(centre, 20);
        LineSystem.Heights heights = remaining.solve(List.of(middle));
        Found best = new Found(line, middle, heights.heights()[0], heights.errors()[0], 0);
        for (double sigma : SIGMAS) {
            for (double offset = -FARTHEST; offset <= FARTHEST; offset += STEP) {
                LineSystem.Profile profile = new LineSystem.Profile(centre + offset, sigma);
                heights = remaining.solve(List.of(profile));
                if (heights.heights()[0] > 0 && heights.gain() > best.gain()) {
                    best = new Found(line, profile, heights.heights()[0], heights.errors()[0], heights.gain());
                }
            }
        }
        return best;
    }
}
