package org.novum.spectra.redshift;

import java.util.Comparator;
import java.util.List;
import org.novum.spectra.line.LineRedshift;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;

/** What the templates say of a spectrum at every redshift, and their model at one, for people to look at. */
public final class Explanation {
    /** How far a refined place may be outside the scanned range, in pixels. */
    private static final int BEYOND = 50;

    private final List<Template> templates;
    private final List<Scan> scans;
    private final List<PointFit> points;

    /** With these templates, one or more per class. */
    public Explanation(List<Template> templates) {
        this.templates = List.copyOf(templates);
        scans = templates.stream().map(Scan::new).toList();
        points = templates.stream().map(PointFit::new).toList();
    }

    /**
     * The evidence of one class at every redshift.
     *
     * @param spectralClass whose templates
     * @param redshifts ascending, a pixel of 69 km/s apart
     * @param evidence minus twice its logarithm, comparable between classes; infinite where no template fits
     */
    public record Curve(SpectralClass spectralClass, double[] redshifts, double[] evidence) {}

    /** A curve per template. */
    public List<Curve> curves(GridSpectrum spectrum) {
        GridSpectrum scaled = RedshiftEngine.scaled(spectrum);
        return java.util.stream.IntStream.range(0, templates.size())
                .mapToObj(k -> curve(k, scaled))
                .toList();
    }

    /**
     * A spectrum without the troughs of a quasar with broad absorption lines, sought where quasars' templates explain it
     * best; the spectrum itself if it has none there. No claim takes part in that.
     */
    public GridSpectrum untroughed(GridSpectrum spectrum) {
        GridSpectrum scaled = RedshiftEngine.scaled(spectrum);
        LineRedshift lines = new LineRedshift(scaled);
        record Found(CandidateSearch search, Candidate best) {}
        return templates.stream()
                .filter(template -> template.spectralClass() == SpectralClass.QSO)
                .map(CandidateSearch::new)
                .flatMap(search -> search.search(scaled, lines).stream().limit(1).map(best -> new Found(search, best)))
                .min(Comparator.comparingDouble(found -> found.best().evidence()))
                .flatMap(found -> found.search().untroughed(scaled, found.best()))
                .map(CandidateSearch.Untroughed::spectrum)
                .orElse(spectrum);
    }

    private Curve curve(int k, GridSpectrum scaled) {
        Scan scan = scans.get(k);
        double[] evidence = scan.curve(scaled);
        double[] redshifts = new double[evidence.length];
        for (int i = 0; i < redshifts.length; i++) {
            redshifts[i] = LogGrid.redshift(scan.firstShift() + i);
        }
        return new Curve(templates.get(k).spectralClass(), redshifts, evidence);
    }

    /**
     * The best model of a class at a redshift.
     *
     * @return on the pixels of {@link LogGrid}, in the unit of the flux; 0 outside the spectrum's range
     */
    public double[] model(GridSpectrum spectrum, SpectralClass spectralClass, double redshift) {
        GridSpectrum scaled = RedshiftEngine.scaled(spectrum);
        double scale = 0;
        for (int i = 0; i < scaled.ivar().length && scale == 0; i++) {
            scale = scaled.ivar()[i] > 0 ? Math.sqrt(spectrum.ivar()[i] / scaled.ivar()[i]) : 0;
        }
        double[] model = new double[LogGrid.PIXELS];
        double shift = LogGrid.shift(redshift);
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < templates.size() && scale > 0; k++) {
            Template template = templates.get(k);
            // Refined places may lie a little outside the range that was scanned.
            boolean tried = shift > template.shifts().first() - BEYOND && shift < template.shifts().last() + BEYOND;
            if (template.spectralClass() == spectralClass && tried) {
                PointFit.Fitted fit = points.get(k).on(scaled).fit(shift);
                if (least == Double.POSITIVE_INFINITY || fit.evidence() < least) {
                    least = fit.evidence();
                    model = fit.model().clone();
                }
            }
        }
        for (int i = 0; i < model.length && scale > 0; i++) {
            model[i] /= scale;
        }
        return model;
    }
}
