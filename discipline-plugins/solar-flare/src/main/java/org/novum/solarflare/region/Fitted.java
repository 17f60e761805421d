package org.novum.solarflare.region;

import java.util.List;
import org.novum.api.discipline.StepContext;
import org.novum.solarflare.learn.Design;
import org.novum.solarflare.learn.Forest;
import org.novum.solarflare.learn.Linear;
import org.novum.solarflare.learn.Platt;
import org.novum.solarflare.learn.Predictor;
import org.novum.solarflare.learn.Regression;

/**
 * A model of all training rows, with the log odds that models like it gave to patches they had not seen.
 *
 * @param predictor log odds
 * @param unseen per training row
 */
record Fitted(Predictor predictor, double[] unseen) {
    private static final double PENALTY = 1;

    /**
     * Stacks models (Wolpert, Neural Networks 5 (1992) 241): a logistic regression of their log odds for unseen patches
     * says how much of each to take. Since the features of each member are the first ones of the next, the stack is one
     * linear model of the last member's features.
     */
    static Fitted stacked(List<Fitted> members, double[] events, StepContext context) {
        Design odds = Design.ofColumns(members.stream().map(Fitted::unseen).toList());
        Linear shares = Regression.logistic(PENALTY).fit(odds, events, context);
        double[] together = new double[members.getLast().coefficients().length];
        together[0] = shares.coefficients()[0];
        for (int m = 0; m < members.size(); m++) {
            double[] coefficients = members.get(m).coefficients();
            for (int i = 0; i < coefficients.length; i++) {
                together[i] += shares.coefficients()[m + 1] * coefficients[i];
            }
        }
        return new Fitted(new Linear(together), shares.of(odds));
    }

    /** Trees state shares of leaves; calibrates them on the patches they had not seen. */
    static Fitted calibrated(Forest forest, double[] unseen, double[] events, StepContext context) {
        Platt platt = Platt.fit(Linear.probabilities(unseen), events, context);
        double[] odds = new double[unseen.length];
        for (int row = 0; row < odds.length; row++) {
            odds[row] = platt.offset() + platt.slope() * unseen[row];
        }
        return new Fitted(forest.calibrated(platt), odds);
    }

    private double[] coefficients() {
        return switch (predictor) {
            case Linear linear -> linear.coefficients();
            case Forest _ -> throw new IllegalStateException("only linear models are stacked");
        };
    }
}
