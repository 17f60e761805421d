package org.novum.spectra.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Figure.Mark;
import org.novum.api.finding.Figure.Panel;
import org.novum.api.finding.Figure.Scale;
import org.novum.api.finding.Figure.Series;
import org.novum.api.finding.Figure.Style;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Explanation;
import org.novum.spectra.spectrum.BadPixels;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/**
 * The figures of one spectrum: observed flux with the best model and its runner-up, lines with their names, residuals, and
 * how well every redshift of every class explains it. Safe for use by many threads.
 */
public final class SpectrumFigures {
    /** Pixels of 69 km/s that make one point of a drawing. */
    private static final int BIN = 5;

    /** Points of a curve over redshift; each is the minimum of its interval. */
    private static final int POINTS = 700;

    private static final String WAVELENGTH = "wavelength in vacuum (Å)";
    private static final String CURVE = "Δχ² + 1";

    private final Explanation explanation;

    /** With these templates, one per class. */
    public SpectrumFigures(List<Template> templates) {
        explanation = new Explanation(templates);
    }

    /**
     * What is compared.
     *
     * @param best explanation
     * @param others beside it
     */
    public record Compared(Candidate best, List<Other> others) {
        /** Copies the list. */
        public Compared {
            others = List.copyOf(others);
        }
    }

    /**
     * An explanation beside the best.
     *
     * @param name what it is: the runner-up, the claim
     * @param candidate class and redshift
     */
    public record Other(String name, Candidate candidate) {}

    /** The spectrum and the curves. */
    public List<Figure> of(RawSpectrum raw, Compared compared) {
        GridSpectrum spectrum = BadPixels.cleaned(raw);
        String unit = raw.fluxUnit() == null || raw.fluxUnit().equals("relative")
                ? "flux per Å (relative)"
                : "flux (" + readable(raw.fluxUnit()) + ")";
        List<Figure> figures = new ArrayList<>();
        figures.add(spectrum(spectrum, compared, unit));
        figures.addAll(curves(spectrum, compared));
        return figures;
    }

    /** {@code 1e-17 erg s-1 cm-2 Angstrom-1} as it is printed. */
    private static String readable(String unit) {
        return unit.replace("1e-17", "10⁻¹⁷")
                .replace("Angstrom-1", "Å⁻¹")
                .replace("s-1", "s⁻¹")
                .replace("cm-2", "cm⁻²");
    }

    private Figure spectrum(GridSpectrum spectrum, Compared compared, String unit) {
        Binned binned = Binned.of(spectrum, BIN);
        double[] model = binned.same(explanation.model(
                spectrum, compared.best().spectralClass(), compared.best().redshift()));
        List<Series> series = new ArrayList<>();
        for (Other other : compared.others()) {
            double[] beside = explanation.model(
                    spectrum, other.candidate().spectralClass(), other.candidate().redshift());
            series.addAll(new Runs(other.name() + ": " + name(other.candidate()), Style.DASHED)
                    .of(binned.wavelength(), binned.same(beside)));
        }
        series.addAll(new Runs("best: " + name(compared.best()), Style.LINE).of(binned.wavelength(), model));
        // The thin line of the observation is drawn over the thick one of the model.
        series.addAll(new Runs("observed, mean of " + BIN + " pixels", Style.TRACE).of(binned.wavelength(), binned.flux()));
        series.addAll(new Runs("its error (1σ)", Style.TRACE).of(binned.wavelength(), binned.error()));
        double[] pulls = new double[model.length];
        for (int i = 0; i < pulls.length; i++) {
            pulls[i] = (binned.flux()[i] - model[i]) / binned.error()[i];
        }
        return new Figure(
                "Spectrum, best model and lines found at its redshift",
                WAVELENGTH,
                List.of(
                        new Panel(unit, Scale.LINEAR, series, Identified.marks(spectrum, compared.best())),
                        new Panel(
                                "residual (σ)",
                                Scale.LINEAR,
                                new Runs("observed − best", Style.TRACE).of(binned.wavelength(), pulls))));
    }

    /** A candidate in a few words. */
    public static String name(Candidate candidate) {
        return candidate.spectralClass() == SpectralClass.STAR
                ? String.format(Locale.ROOT, "STAR at %.0f km/s", candidate.redshift() * LogGrid.LIGHT)
                : String.format(Locale.ROOT, "%s at z = %.4f", candidate.spectralClass(), candidate.redshift());
    }

    private List<Figure> curves(GridSpectrum spectrum, Compared compared) {
        List<Explanation.Curve> curves = explanation.curves(spectrum);
        double best = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.evidence()))
                .min()
                .orElse(0);
        List<Series> far = new ArrayList<>();
        List<Series> near = new ArrayList<>();
        for (Explanation.Curve curve : curves) {
            boolean star = curve.spectralClass() == SpectralClass.STAR;
            (star ? near : far).addAll(series(curve, best, star ? LogGrid.LIGHT : 1));
        }
        return List.of(
                new Figure(
                        "χ² of galaxies and quasars at every redshift, above the best of all classes",
                        "redshift",
                        List.of(new Panel(CURVE, Scale.LOGARITHMIC, far, marks(compared, 1)))),
                new Figure(
                        "χ² of stars at every velocity, above the best of all classes",
                        "velocity (km/s)",
                        List.of(new Panel(CURVE, Scale.LOGARITHMIC, near, marks(compared, LogGrid.LIGHT)))));
    }

    /** The candidates that lie on the figure of redshifts (factor 1) or on that of velocities. */
    private static List<Mark> marks(Compared compared, double factor) {
        List<Mark> marks = new ArrayList<>();
        mark(marks, compared.best(), "best", factor);
        compared.others().forEach(other -> mark(marks, other.candidate(), other.name(), factor));
        return marks;
    }

    private static void mark(List<Mark> marks, Candidate candidate, String name, double factor) {
        if (candidate.spectralClass() == SpectralClass.STAR == factor > 1) {
            marks.add(new Mark(candidate.redshift() * factor, name + ": " + candidate.spectralClass()));
        }
    }

    /** The lower envelope of a curve, in intervals of equal ratio of 1 + z. */
    private static List<Series> series(Explanation.Curve curve, double best, double factor) {
        int stride = Math.max(1, curve.evidence().length / POINTS);
        int points = (curve.evidence().length + stride - 1) / stride;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int point = 0; point < points; point++) {
            int least = point * stride;
            for (int i = least; i < Math.min(curve.evidence().length, (point + 1) * stride); i++) {
                least = curve.evidence()[i] < curve.evidence()[least] ? i : least;
            }
            x[point] = curve.redshifts()[least] * factor;
            y[point] = Double.isInfinite(curve.evidence()[least]) ? Double.NaN : curve.evidence()[least] - best + 1;
        }
        return new Runs(curve.spectralClass().name(), Style.LINE).of(x, y);
    }
}
