package org.novum.spectra.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;

/**
 * Measures all emission lines of a spectrum whose redshift is roughly known.
 *
 * <p>Optical lines share one shift; forbidden and Balmer lines share a width each; heights are free. Shift and widths are
 * found by turns, heights at once for each trial. Broad ultraviolet lines have shifts and widths of their own.
 */
public final class LineFit {
    /** The narrowest and the widest narrow line, in pixels. */
    private static final double NARROWEST = 0.7;

    private static final double WIDEST = 8;
    private static final double STARTING_WIDTH = 1.6;

    /** Pixels about a narrow and a broad line that the continuum leaves out. */
    private static final int NARROW_MARGIN = 16;

    private static final int BROAD_MARGIN = 60;
    private static final double FARTHEST = 6;
    private static final int ROUNDS = 3;
    private static final double OXYGEN_RATIO = 2.98;

    /** The Balmer lines of a quasar: as wide as this at most, and as far from them the continuum starts. */
    private static final double BROADEST = 60;

    private static final double BROAD_START = 20;
    private static final int BROAD_BALMER_MARGIN = 90;

    /** What a continuum of medians is off by, relative to it, under a broad line. */
    private static final double CONTINUUM_ERROR = 0.03;

    private static final double BROAD_FROM = 10;

    private final GridSpectrum spectrum;
    private final StellarLight stars;
    private LineSystem system;
    private Background background;
    private final List<EmissionLine> lines = new ArrayList<>();
    private final double start;
    private double shift;
    private double forbidden = STARTING_WIDTH;
    private double balmer = STARTING_WIDTH;

    /**
     * Prepares and fits.
     *
     * @param spectrum on the common grid
     * @param redshift roughly
     */
    public LineFit(GridSpectrum spectrum, double redshift) {
        this(spectrum, redshift, StellarLight.NONE);
    }

    /**
     * Prepares and fits lines over the light of stars.
     *
     * @param spectrum on the common grid
     * @param redshift roughly
     * @param stars whose light is subtracted where it explains more of the spectrum than a continuum of medians does
     */
    public LineFit(GridSpectrum spectrum, double redshift, StellarLight stars) {
        this.spectrum = spectrum;
        this.stars = stars;
        start = LogGrid.shift(redshift);
        shift = start;
        background = background(NARROW_MARGIN);
        system = new LineSystem(spectrum, background.level());
        for (EmissionLine line : EmissionLine.values()) {
            if (line.group() != EmissionLine.Group.BROAD
                    && system.covers(new LineSystem.Profile(line.position(start), 4))) {
                lines.add(line);
            }
        }
        climb(STARTING_WIDTH, WIDEST);
        if (balmer > 0.95 * WIDEST) {
            // The narrow fit would go on: these are the lines of a quasar, on a continuum of their own.
            background = background(BROAD_BALMER_MARGIN);
            system = new LineSystem(spectrum, background.level());
            climb(BROAD_START, BROADEST);
        }
    }

    private Background background(int balmerMargin) {
        return Background.of(spectrum, inLines(balmerMargin), LogGrid.redshift(start), stars);
    }

    private void climb(double width, double widest) {
        shift = start;
        forbidden = STARTING_WIDTH;
        balmer = width;
        for (int round = 0; round < ROUNDS && !lines.isEmpty(); round++) {
            double step = round == 0 ? 1 : 0.3;
            double wide = step / 2 * width / STARTING_WIDTH;
            shift = best(value -> gain(value, forbidden, balmer), shift, step, start - FARTHEST, start + FARTHEST);
            forbidden = best(value -> gain(shift, value, balmer), forbidden, step / 2, NARROWEST, WIDEST);
            balmer = best(value -> gain(shift, forbidden, value), balmer, wide, NARROWEST, widest);
        }
    }

    private boolean[] inLines(int balmerMargin) {
        boolean[] in = new boolean[LogGrid.PIXELS];
        for (EmissionLine line : EmissionLine.values()) {
            int margin = switch (line.group()) {
                case BROAD -> BROAD_MARGIN;
                case BALMER -> balmerMargin;
                case FORBIDDEN -> NARROW_MARGIN;
            };
            int centre = (int) Math.round(line.position(start));
            for (int i = Math.max(0, centre - margin); i <= Math.min(in.length - 1, centre + margin); i++) {
                in[i] = true;
            }
        }
        return in;
    }

    private double gain(double at, double forbiddenWidth, double balmerWidth) {
        return system.gain(profiles(at, forbiddenWidth, balmerWidth));
    }

    private List<LineSystem.Profile> profiles(double at, double forbiddenWidth, double balmerWidth) {
        return lines.stream()
                .map(line -> new LineSystem.Profile(
                        line.position(at), line.group() == EmissionLine.Group.BALMER ? balmerWidth : forbiddenWidth))
                .toList();
    }

    /** Climbs in steps, then places the maximum by a parabola. */
    private static double best(DoubleUnaryOperator gain, double from, double step, double lowest, double highest) {
        double x = from;
        double middle = gain.applyAsDouble(x);
        double left = gain.applyAsDouble(Math.max(lowest, x - step));
        double right = gain.applyAsDouble(Math.min(highest, x + step));
        for (int move = 0; move < 12 && Math.max(left, right) > middle; move++) {
            if (left > right) {
                x = Math.max(lowest, x - step);
                right = middle;
                middle = left;
                left = gain.applyAsDouble(Math.max(lowest, x - step));
            } else {
                x = Math.min(highest, x + step);
                left = middle;
                middle = right;
                right = gain.applyAsDouble(Math.min(highest, x + step));
            }
        }
        double curvature = left - 2 * middle + right;
        double offset = curvature < 0 ? 0.5 * step * (left - right) / curvature : 0;
        return Math.max(lowest, Math.min(highest, x + Math.max(-step, Math.min(step, offset))));
    }

    /** Redshift of the optical lines. */
    public double redshift() {
        return LogGrid.redshift(shift);
    }

    /** By how much the optical lines lower chi-square. */
    public double gain() {
        return lines.isEmpty() ? 0 : gain(shift, forbidden, balmer);
    }

    /** Error of the optical lines' shift in pixels, from the curvature; infinite without lines. */
    public double shiftError() {
        if (lines.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        double step = 0.2;
        double curvature = 2 * gain() - gain(shift - step, forbidden, balmer) - gain(shift + step, forbidden, balmer);
        return curvature > 0 ? step * Math.sqrt(2 / curvature) : Double.POSITIVE_INFINITY;
    }

    /** Width of the Balmer lines in pixels. */
    public double balmerWidth() {
        return balmer;
    }

    /** Width of the forbidden lines in pixels. */
    public double forbiddenWidth() {
        return forbidden;
    }

    /** By how much Balmer lines with a broad component each, of the best width beyond 1,000 km/s, lower chi-square further. */
    public double broadGain() {
        List<LineSystem.Profile> narrow = profiles(shift, forbidden, balmer);
        double best = 0;
        for (double sigma : new double[] {8, 12, 18, 27, 40}) {
            List<LineSystem.Profile> both = new ArrayList<>(narrow);
            for (EmissionLine line : List.of(EmissionLine.H_ALPHA, EmissionLine.H_BETA)) {
                if (lines.contains(line)) {
                    both.add(new LineSystem.Profile(line.position(shift), sigma));
                }
            }
            LineSystem.Heights heights = system.solve(both);
            boolean positive = true;
            for (int k = narrow.size(); k < both.size(); k++) {
                positive &= heights.heights()[k] > 0;
            }
            if (positive && both.size() > narrow.size()) {
                best = Math.max(best, heights.gain() - gain());
            }
        }
        return best;
    }

    /** All lines that the spectrum covers, in the order of their wavelengths, detected or not. */
    public List<MeasuredLine> lines() {
        List<MeasuredLine> measured = new ArrayList<>(broadLines());
        if (lines.isEmpty()) {
            return measured;
        }
        List<LineSystem.Profile> profiles = profiles(shift, forbidden, balmer);
        LineSystem.Heights heights = system.solve(profiles);
        LineSystem.Heights overMedians = new LineSystem(spectrum, background.medians()).solve(profiles);
        for (int k = 0; k < lines.size(); k++) {
            double[] tied = tied(lines.get(k), heights);
            double absorbed = background.error(heights.heights()[k], overMedians.heights()[k]);
            double error = Math.sqrt(tied[1] * tied[1] + absorbed * absorbed);
            measured.add(measured(lines.get(k), profiles.get(k), tied[0], withContinuum(error, profiles.get(k))));
        }
        return measured;
    }

    /**
     * Height and error of a line; the [O III] doublet comes from one level, so that its ratio is known (2.98, Storey and
     * Zeippen 2000, MNRAS 312, 813) and each line measures the other.
     */
    private double[] tied(EmissionLine line, LineSystem.Heights heights) {
        int strong = lines.indexOf(EmissionLine.O_III_5007);
        int weak = lines.indexOf(EmissionLine.O_III_4959);
        int own = lines.indexOf(line);
        if (strong < 0 || weak < 0 || (own != strong && own != weak)) {
            return new double[] {heights.heights()[own], heights.errors()[own]};
        }
        double strongWeight = 1 / (heights.errors()[strong] * heights.errors()[strong]);
        double weakError = OXYGEN_RATIO * heights.errors()[weak];
        double weakWeight = 1 / (weakError * weakError);
        double height = (heights.heights()[strong] * strongWeight + OXYGEN_RATIO * heights.heights()[weak] * weakWeight)
                / (strongWeight + weakWeight);
        double error = 1 / Math.sqrt(strongWeight + weakWeight);
        return own == strong ? new double[] {height, error} : new double[] {height / OXYGEN_RATIO, error / OXYGEN_RATIO};
    }

    private List<MeasuredLine> broadLines() {
        return new BroadLines(spectrum, background.level(), start)
                .found().stream()
                        .map(found -> measured(
                                found.line(),
                                found.profile(),
                                found.height(),
                                withContinuum(found.error(), found.profile())))
                        .toList();
    }

    /** The error of a broad line's height with that of the continuum; narrow lines have theirs beside them. */
    private double withContinuum(double error, LineSystem.Profile profile) {
        if (profile.sigma() < BROAD_FROM) {
            return error;
        }
        double uncertain = CONTINUUM_ERROR * Math.abs(level(profile));
        return Math.sqrt(error * error + uncertain * uncertain);
    }

    private double level(LineSystem.Profile profile) {
        int last = background.level().length - 1;
        return background.level()[Math.max(0, Math.min(last, (int) Math.round(profile.position())))];
    }

    private MeasuredLine measured(EmissionLine line, LineSystem.Profile profile, double height, double error) {
        double observed = LogGrid.wavelength(profile.position());
        double natural = LogGrid.STEP * StrictMath.log(10);
        double area = profile.sigma() * natural * observed * Math.sqrt(2 * Math.PI);
        double level = level(profile);
        double width = profile.sigma() * natural * LogGrid.LIGHT;
        double significance = Math.abs(height) / error;
        return new MeasuredLine(
                line,
                observed,
                height * area,
                error * area,
                width,
                significance > 0 ? width / significance : width,
                level > 0 ? height * area / level : Double.NaN,
                level > 0 ? error * area / level : Double.NaN,
                level);
    }
}
