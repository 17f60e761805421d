package org.novum.spectra.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.novum.spectra.parameter.StarFeatures;
import org.novum.spectra.parameter.StarLabels;
import org.novum.spectra.parameter.StarModel;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.Truth;

/** Mean absolute errors of the parameters of stars, beside those of naming the mean of all. */
final class ParameterScores {
    private int stars;
    private int without;
    private final double[] errors = new double[3];
    private final double[] guesses = new double[3];
    private final double[] mean = new double[3];

    /** The mean of the known parameters is the guess without a spectrum. */
    ParameterScores(List<Samples.Known> known) {
        int labelled = 0;
        for (Samples.Known one : known) {
            if (one.truth().temperature() > 0) {
                double[] truth = values(one.truth());
                for (int t = 0; t < mean.length; t++) {
                    mean[t] += truth[t];
                }
                labelled++;
            }
        }
        for (int t = 0; t < mean.length; t++) {
            mean[t] /= Math.max(1, labelled);
        }
    }

    private static double[] values(Truth truth) {
        return new double[] {truth.temperature(), truth.gravity(), truth.metallicity()};
    }

    /**
     * Counts a star.
     *
     * @param model that has not learnt from it, if it is to be fair
     */
    void add(Samples.Known one, Redshift answer, Optional<StarModel> model) {
        if (!(one.truth().temperature() > 0) || model.isEmpty()) {
            return;
        }
        Double redshift = answer.value();
        double[] features = redshift == null ? new double[0] : StarFeatures.of(one.spectrum(), redshift);
        if (features.length == 0) {
            without++;
            return;
        }
        StarModel.Estimate estimate = model.get().estimate(features);
        if (estimate.novelty() > StarModel.TOO_NEW) {
            without++;
            return;
        }
        StarLabels labels = estimate.labels();
        double[] ours = {labels.temperature(), labels.gravity(), labels.metallicity()};
        double[] truth = values(one.truth());
        for (int t = 0; t < errors.length; t++) {
            errors[t] += Math.abs(ours[t] - truth[t]);
            guesses[t] += Math.abs(mean[t] - truth[t]);
        }
        stars++;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("stars", stars).put("withoutAnswer", without);
        if (stars > 0) {
            set(json.putObject("meanAbsoluteError"), errors);
            set(json.putObject("ofTheMean"), guesses);
        }
        return json;
    }

    private void set(ObjectNode json, double[] sums) {
        json.put("teff", sums[0] / stars).put("logg", sums[1] / stars).put("feh", sums[2] / stars);
    }
}
