package org.novum.particledecay.fit;

import java.util.List;

/**
 * Outcome of one fit.
 *
 * @param model the model, its start values replaced by the fitted ones
 * @param status how the fit ended; check {@link FitStatus#usable()} before using anything else
 * @param negativeLogLikelihood at the minimum, up to a constant of the sample
 * @param parameters all parameters in the model's order
 * @param covariance covariance of the parameters in the same order, 0 for those that are not fitted; without rows when
 *     only the minimum was asked for
 * @param distance estimated vertical distance to the minimum
 * @param evaluations passes over the sample
 */
public record FitResult(
        MixtureModel model,
        FitStatus status,
        double negativeLogLikelihood,
        List<FittedParameter> parameters,
        double[][] covariance,
        double distance,
        int evaluations) {
    public FitResult {
        parameters = List.copyOf(parameters);
    }

    /** One parameter by name. */
    public FittedParameter parameter(String name) {
        return parameters.get(model.index(name));
    }

    /** Value of a parameter. */
    public double value(String name) {
        return parameter(name).value();
    }

    /** Error of a parameter. */
    public double error(String name) {
        return parameter(name).error();
    }

    /** Correlation of two fitted parameters; 0 if either was not fitted. */
    public double correlation(String left, String right) {
        int i = model.index(left);
        int j = model.index(right);
        double product = covariance[i][i] * covariance[j][j];
        return product > 0 ? covariance[i][j] / Math.sqrt(product) : 0;
    }

    /** Values of all parameters in the model's order. */
    double[] values() {
        return parameters.stream().mapToDouble(FittedParameter::value).toArray();
    }
}
