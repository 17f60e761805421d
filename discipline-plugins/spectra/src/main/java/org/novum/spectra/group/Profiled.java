package org.novum.spectra.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.StepContext;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Explanation;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateFile;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.Truth;

/**
 * An object with its residuals.
 *
 * @param object name of its file without ending
 * @param profile of what its best model leaves
 */
record Profiled(String object, Profile profile) {
    /** The objects of a class among the rows, by name. */
    static List<Profiled> of(DataHandle data, SpectralClass spectralClass, StepContext context) {
        List<Template> templates = TemplateFile.shipped();
        RedshiftPipeline pipeline = new RedshiftPipeline(templates);
        Explanation explanation = new Explanation(templates);
        List<Profiled> found = new ArrayList<>();
        SpectrumRows.forEachBatch(data, batch -> context
                .map(batch, raw -> profiled(raw, spectralClass, pipeline, explanation))
                .forEach(one -> one.ifPresent(found::add)));
        found.sort(Comparator.comparing(Profiled::object));
        return found;
    }

    private static Optional<Profiled> profiled(
            RawSpectrum raw, SpectralClass spectralClass, RedshiftPipeline pipeline, Explanation explanation) {
        Optional<Candidate> best = pipeline.redshift(raw).best();
        return best.filter(candidate -> candidate.spectralClass() == spectralClass).map(candidate -> {
            GridSpectrum spectrum = Resampling.onGrid(raw);
            double[] model = explanation.model(spectrum, spectralClass, candidate.redshift());
            String stem = Samples.stem(Truth.nameOf(raw.file()));
            return new Profiled(
                    raw.index() == 0 ? stem : stem + "#" + raw.index(),
                    Profile.of(spectrum, model, candidate.redshift()));
        });
    }
}
