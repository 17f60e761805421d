package org.novum.runtime.model;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Priors;
import org.novum.api.discipline.TestPlan;

/**
 * Brings proposers' weights into a plan: none so small or great that the rest does not count, and never so that a lie makes
 * more false discoveries than equal weights do.
 *
 * <p>A weighted test at level α accepts, of valid p-values, a proportion of at most α times the part of the weight that lies
 * on false claims (Genovese, Roeder, Wasserman, Biometrika 93 (2006) 509). With weights of mean 1 that is at most α, whereas
 * equal weights leave unused what lies on true claims. Whoever weighs against the truth would use that up. Here the greater
 * half of the weights has mean 1, so that any claims that are at least half of the family have a mean of 1 or less: as long
 * as no more than half of the claims are true, no weights lift the bound above that of equal ones.
 */
public final class Weighing {
    /** No weight of a plan is smaller. */
    public static final double LEAST = 0.125;

    /** No weight of a plan is greater. */
    public static final double MOST = 4;

    /** Bounds while the mean is 1; the mean of the greater half is then between 1 and 2. */
    private static final double LEAST_OF_MEAN_ONE = 0.25;

    private Weighing() {}

    /**
     * The plan with these weights; the plan itself where nobody weighs anything.
     *
     * <p>Weights w of mean 1 become 1 + λ(w − 1) with the greatest λ ≤ 1 that keeps them between 1/4 and {@link #MOST}, and
     * are divided by the mean of the greater half. Their mean is then between 1/2 and 1; they are to be fixed before the data
     * are opened.
     */
    public static TestPlan weigh(TestPlan plan, Priors priors) {
        double[] weights = new double[plan.family().size()];
        double sum = 0;
        boolean equal = true;
        for (int i = 0; i < weights.length; i++) {
            String id = plan.family().get(i).id();
            weights[i] = plan.weights().getOrDefault(id, 1.0) * priors.weights().getOrDefault(id, 1.0);
            sum += weights[i];
            equal &= weights[i] == weights[0];
        }
        if (equal || plan.family().stream().map(Hypothesis::id).noneMatch(priors.weights()::containsKey)) {
            return plan;
        }
        double mean = sum / weights.length;
        double shrink = 1;
        for (double weight : weights) {
            double relative = weight / mean;
            if (relative > MOST) {
                shrink = Math.min(shrink, (MOST - 1) / (relative - 1));
            } else if (relative < LEAST_OF_MEAN_ONE) {
                shrink = Math.min(shrink, (1 - LEAST_OF_MEAN_ONE) / (1 - relative));
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + shrink * (weights[i] / mean - 1);
        }
        double greater = meanOfGreaterHalf(weights);
        Map<String, Double> weighed = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            weighed.put(plan.family().get(i).id(), weights[i] / greater);
        }
        return new TestPlan(
                plan.family(), plan.statistic(), plan.selection(), plan.dependence(), weighed, plan.design());
    }

    /** Of an odd number of weights the one in the middle counts too. */
    private static double meanOfGreaterHalf(double[] weights) {
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        int half = (sorted.length + 1) / 2;
        double sum = 0;
        for (int i = sorted.length - 1; i >= sorted.length - half; i--) {
            sum += sorted[i];
        }
        return sum / half;
    }
}
