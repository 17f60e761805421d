package org.novum.solarflare.learn;

/** A fitted model: features to log odds. */
public sealed interface Predictor permits Linear, Forest {
    /** The log odds of every sample. */
    double[] logOdds(Design design);
}
