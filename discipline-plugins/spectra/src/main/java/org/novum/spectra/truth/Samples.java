package org.novum.spectra.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.DataHandle;
import org.novum.spectra.parameter.StarFeatures;
import org.novum.spectra.parameter.StarLabels;
import org.novum.spectra.parameter.StarModel;
import org.novum.spectra.redshift.Remeasuring;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.Resampling;
import org.novum.spectra.spectrum.SpectraException;
import org.novum.spectra.spectrum.SpectrumRows;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateTrainer;
import org.novum.spectra.template.TrainingSpectrum;

/** Spectra of known objects. */
public final class Samples {
    /** Fewer labelled stars than this make no model. */
    private static final int FEWEST_STARS = 20;

    private Samples() {}

    /**
     * A spectrum with what is known of its object.
     *
     * @param truth about the object
     * @param spectrum on the common grid
     * @param model that the survey fitted, where the data have it; training alone looks at it
     */
    public record Known(Truth truth, GridSpectrum spectrum, Optional<GridSpectrum> model) {}

    /** All spectra that can be read and of whose objects something is known, in the order of the data. */
    public static List<Known> read(DataHandle data, TruthTable table) {
        Map<String, Truth> truths = table.truths();
        List<Known> known = new ArrayList<>();
        Map<String, GridSpectrum> models = SpectrumRows.models(data);
        SpectrumRows.forEachBatch(data, batch -> batch.stream()
                .filter(raw -> raw.problem() == null && truths.containsKey(Truth.nameOf(raw.file())))
                .map(raw -> new Known(
                        truths.get(Truth.nameOf(raw.file())),
                        Resampling.onGrid(raw),
                        Optional.ofNullable(models.get(raw.place()))))
                .forEach(known::add));
        if (known.isEmpty()) {
            throw new SpectraException("dataset " + data.card().name()
                    + ": no spectrum is of a file that the truth names; check the column file");
        }
        return known;
    }

    /**
     * Trains one basis per class.
     *
     * @param known objects; those whose survey warns of the redshift are left out
     * @param excluded names of files, as far as the first dot, whose truth is known to be wrong
     */
    public static List<Template> train(List<Known> known, Set<String> excluded) {
        // Without a single velocity of its own kind, a survey's redshifts are the best there is.
        boolean velocities = known.stream().anyMatch(one -> !Double.isNaN(one.truth().velocity()));
        List<TrainingSpectrum> sample = known.stream()
                .filter(one -> one.truth().trusted())
                .filter(one -> !excluded.contains(stem(one.truth().name())))
                .map(one -> training(one, velocities))
                .toList();
        return List.of(SpectralClass.values()).stream()
                .map(spectralClass -> TemplateTrainer.train(spectralClass, sample, Remeasuring::redshift))
                .toList();
    }

    /** A model of the stars whose parameters are known; empty if they are too few. */
    public static Optional<StarModel> stars(List<Known> known) {
        List<double[]> features = new ArrayList<>();
        List<StarLabels> labels = new ArrayList<>();
        for (Known one : known) {
            Truth truth = one.truth();
            double velocity = Double.isNaN(truth.velocity()) ? truth.redshift() : truth.velocity() / LogGrid.LIGHT;
            if (truth.spectralClass() == SpectralClass.STAR && truth.temperature() > 0) {
                double[] star = StarFeatures.of(one.spectrum(), velocity);
                if (star.length > 0) {
                    features.add(star);
                    labels.add(new StarLabels(truth.temperature(), truth.gravity(), truth.metallicity()));
                }
            }
        }
        return features.size() < FEWEST_STARS ? Optional.empty() : Optional.of(new StarModel(features, labels));
    }

    /** A file's name as far as the first dot. */
    public static String stem(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static TrainingSpectrum training(Known one, boolean velocities) {
        Truth truth = one.truth();
        boolean star = truth.spectralClass() == SpectralClass.STAR;
        boolean measured = !Double.isNaN(truth.velocity());
        return new TrainingSpectrum(
                truth.file(),
                one.spectrum(),
                truth.spectralClass(),
                star && measured ? truth.velocity() / LogGrid.LIGHT : truth.redshift(),
                star && velocities && !measured ? TrainingSpectrum.Precision.ROUGH : TrainingSpectrum.Precision.PRECISE,
                one.model());
    }
}
