package org.novum.spectra.redshift;

import org.novum.spectra.line.LineRedshift;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TrainingSpectrum;

/** Measures the redshift of a training spectrum against a first basis of its own class. */
public final class Remeasuring {
    private Remeasuring() {}

    /** The redshift of best evidence; the given one if the basis does not fit at all. */
    public static double redshift(Template template, TrainingSpectrum one) {
        GridSpectrum scaled = RedshiftEngine.scaled(one.spectrum());
        return new CandidateSearch(template)
                .search(scaled, new LineRedshift(scaled)).stream()
                        .findFirst()
                        .map(Candidate::redshift)
                        .orElse(one.redshift());
    }
}
