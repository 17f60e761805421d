package org.novum.statistics.multiple;

import org.novum.statistics.distribution.HarmonicNumbers;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.internal.Require;

/**
 * A rule that judges a batch of hypotheses, known in advance, together.
 *
 * <p>{@link BenjaminiHochberg} where positive dependence is argued; otherwise {@link BenjaminiYekutieli} or, on
 * e-values, {@link EBenjaminiHochberg}. The adaptive rules need independence.
 */
public sealed interface BatchProcedure {
    /** Returns the level that is promised: family-wise error for Bonferroni and Holm, else false discovery rate. */
    double alpha();

    /** Returns which hypotheses are rejected. */
    Rejections decide(PValues p);

    /**
     * Bonferroni: reject p at most alpha/m. Family-wise error under any dependence.
     *
     * @param alpha promised family-wise error
     */
    record Bonferroni(double alpha) implements BatchProcedure {
        /** Checks the level. */
        public Bonferroni {
            Require.openUnit("alpha", alpha);
        }

        @Override
        public Rejections decide(PValues p) {
            return StepUp.untilFirstAbove(p, k -> alpha / p.size());
        }
    }

    /**
     * Holm, Scand. J. Stat. 6 (1979) 65: step down against alpha/(m-k+1). Family-wise error under any dependence.
     *
     * @param alpha promised family-wise error
     */
    record Holm(double alpha) implements BatchProcedure {
        /** Checks the level. */
        public Holm {
            Require.openUnit("alpha", alpha);
        }

        @Override
        public Rejections decide(PValues p) {
            return StepUp.untilFirstAbove(p, k -> alpha / (p.size() - k + 1));
        }
    }

    /**
     * Benjamini and Hochberg, J. R. Stat. Soc. B 57 (1995) 289: step up against k alpha/m. False discovery rate under
     * independence or positive regression dependence on the nulls (Benjamini and Yekutieli 2001).
     *
     * @param alpha promised false discovery rate
     */
    record BenjaminiHochberg(double alpha) implements BatchProcedure {
        /** Checks the level. */
        public BenjaminiHochberg {
            Require.openUnit("alpha", alpha);
        }

        @Override
        public Rejections decide(PValues p) {
            return StepUp.largest(p, k -> alpha * k / p.size());
        }
    }

    /**
     * Benjamini and Yekutieli, Annals of Statistics 29 (2001) 1165: step up against k alpha/(m H_m). False discovery
     * rate under any dependence.
     *
     * @param alpha promised false discovery rate
     */
    record BenjaminiYekutieli(double alpha) implements BatchProcedure {
        /** Checks the level. */
        public BenjaminiYekutieli {
            Require.openUnit("alpha", alpha);
        }

        @Override
        public Rejections decide(PValues p) {
            double harmonic = HarmonicNumbers.of(p.size());
            return StepUp.largest(p, k -> alpha * k / (p.size() * harmonic));
        }
    }

    /**
     * Benjamini and Hochberg at alpha over Storey's estimate of the null fraction, (1 + #{p &gt; lambda}) / ((1 - lambda)
     * m), rejecting no p above lambda (Storey, Taylor, Siegmund, J. R. Stat. Soc. B 66 (2004) 187). Needs independence.
     *
     * @param alpha promised false discovery rate
     * @param lambda p-values above it count as null, usually 1/2
     */
    record StoreyAdaptive(double alpha, double lambda) implements BatchProcedure {
        /** Checks level and lambda. */
        public StoreyAdaptive {
            Require.openUnit("alpha", alpha);
            Require.openUnit("lambda", lambda);
        }

        @Override
        public Rejections decide(PValues p) {
            double level = alpha / nullFraction(p);
            return StepUp.largest(p, k -> Math.min(lambda, level * k / p.size()));
        }

        /** Returns the estimated fraction of true null hypotheses; it may exceed 1. */
        public double nullFraction(PValues p) {
            return (1 + p.above(lambda)) / ((1 - lambda) * p.size());
        }
    }

    /**
     * Benjamini, Krieger, Yekutieli, Biometrika 93 (2006) 491, definition 6: Benjamini and Hochberg at alpha' =
     * alpha/(1+alpha) counts r, and again at alpha' m/(m-r). Needs independence; keeps its promise in simulations
     * under positive dependence.
     *
     * @param alpha promised false discovery rate
     */
    record TwoStage(double alpha) implements BatchProcedure {
        /** Checks the level. */
        public TwoStage {
            Require.openUnit("alpha", alpha);
        }

        @Override
        public Rejections decide(PValues p) {
            double first = alpha / (1 + alpha);
            Rejections stage = new BenjaminiHochberg(first).decide(p);
            int nulls = p.size() - stage.count();
            if (stage.count() == 0 || nulls == 0) {
                return stage;
            }
            return StepUp.largest(p, k -> first * k / nulls);
        }
    }
}
