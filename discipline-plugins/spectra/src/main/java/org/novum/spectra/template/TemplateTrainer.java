package org.novum.spectra.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.novum.spectra.spectrum.RestFrame;
import org.novum.spectra.spectrum.SpectraException;

/** Trains the basis of one class. */
public final class TemplateTrainer {
    /** The training sample is small: objects outside it vary more than those within. */
    private static final double INFLATION = 2;

    /** Standard deviation of the first relative coefficient, which the amplitude already fixes. */
    private static final double AMPLITUDE = 0.3;

    /** A pixel that fewer spectra cover is not trained. */
    private static final int COVER = 3;

    /** Pixels whose median goes on where no spectrum reaches. */
    private static final int EDGE = 50;

    private TemplateTrainer() {}

    /**
     * Trains on the spectra of a class; redshifts that are only roughly known are measured against templates of the
     * precise ones first.
     *
     * @param spectralClass to train
     * @param sample of all classes
     * @param remeasure redshift of a training spectrum by a first basis
     */
    public static Template train(
            SpectralClass spectralClass,
            List<TrainingSpectrum> sample,
            BiFunction<Template, TrainingSpectrum, Double> remeasure) {
        List<TrainingSpectrum> members =
                sample.stream().filter(one -> one.spectralClass() == spectralClass).toList();
        List<TrainingSpectrum> precise = members.stream()
                .filter(one -> one.precision() == TrainingSpectrum.Precision.PRECISE)
                .toList();
        if (precise.size() <= 2 * spectralClass.vectors()) {
            throw new SpectraException("class " + spectralClass + " has " + precise.size()
                    + " spectra to train on and needs " + (2 * spectralClass.vectors() + 1) + "; add spectra");
        }
        Template first = train(spectralClass, precise).placedBy(velocity(spectralClass, precise));
        if (precise.size() == members.size()) {
            return first;
        }
        List<TrainingSpectrum> all = new ArrayList<>(precise);
        members.stream()
                .filter(one -> one.precision() == TrainingSpectrum.Precision.ROUGH)
                .map(one -> one.at(remeasure.apply(first, one)))
                .forEach(all::add);
        return train(spectralClass, all);
    }

    /** Galaxies alone are placed by the survey's models: quasars' lines are too wide, and stars have better velocities. */
    private static Optional<VelocityBasis> velocity(SpectralClass spectralClass, List<TrainingSpectrum> members) {
        return spectralClass != SpectralClass.GALAXY
                ? Optional.empty()
                : VelocityTrainer.train(members.stream()
                        .flatMap(one -> one.model().map(model -> RestFrame.of(model, one.redshift())).stream())
                        .toList());
    }

    private static Template train(SpectralClass spectralClass, List<TrainingSpectrum> members) {
        List<RestFrame> frames = members.stream()
                .map(one -> RestFrame.of(one.spectrum(), one.redshift()))
                .toList();
        double[][] flux = frames.stream().map(RestFrame::flux).toArray(double[][]::new);
        double[][] ivar = frames.stream().map(RestFrame::ivar).toArray(double[][]::new);
        PrincipalComponents analysis = new PrincipalComponents(flux, ivar, spectralClass.smoothing());
        double[][] components = analysis.components(spectralClass.vectors() - 1);
        double[][] coefficients = analysis.coefficients(components);
        double[][] vectors = new double[spectralClass.vectors()][];
        vectors[0] = analysis.mean().clone();
        System.arraycopy(components, 0, vectors, 1, components.length);
        extend(vectors, ivar);
        return new Template(spectralClass, vectors, mean(coefficients), covariance(coefficients));
    }

    /** Goes on at the level of the edge where too few spectra reach; nothing is known of the shape there. */
    private static void extend(double[][] vectors, double[][] ivar) {
        int pixels = vectors[0].length;
        int first = pixels;
        int last = 0;
        for (int m = 0; m < pixels; m++) {
            int cover = 0;
            for (double[] of : ivar) {
                cover += of[m] > 0 ? 1 : 0;
            }
            if (cover >= COVER) {
                first = Math.min(first, m);
                last = Math.max(last, m);
            }
        }
        if (last - first < EDGE) {
            throw new SpectraException("the training spectra have no wavelengths at rest in common; add spectra");
        }
        Arrays.fill(vectors[0], 0, first, median(Arrays.copyOfRange(vectors[0], first, first + EDGE)));
        Arrays.fill(vectors[0], last, pixels, median(Arrays.copyOfRange(vectors[0], last - EDGE, last)));
        for (int k = 1; k < vectors.length; k++) {
            Arrays.fill(vectors[k], 0, first, 0);
            Arrays.fill(vectors[k], last, pixels, 0);
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double[] mean(double[][] coefficients) {
        double[] mean = new double[coefficients[0].length + 1];
        mean[0] = 1;
        for (double[] of : coefficients) {
            for (int k = 0; k < of.length; k++) {
                mean[k + 1] += of[k] / coefficients.length;
            }
        }
        return mean;
    }

    private static double[][] covariance(double[][] coefficients) {
        double[] mean = mean(coefficients);
        int count = mean.length;
        double[][] covariance = new double[count][count];
        covariance[0][0] = AMPLITUDE * AMPLITUDE;
        for (int k = 1; k < count; k++) {
            for (int l = 1; l < count; l++) {
                double sum = 0;
                for (double[] of : coefficients) {
                    sum += (of[k - 1] - mean[k]) * (of[l - 1] - mean[l]);
                }
                covariance[k][l] = INFLATION * sum / (coefficients.length - 1);
            }
            covariance[k][k] += 1e-8;
        }
        return covariance;
    }
}
