package org.novum.runtime.model;

import java.util.Map;
import java.util.TreeMap;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Priors;
import org.novum.api.discipline.TestPlan;

/** Brings proposers' weights into a plan: of mean 1, and none so small or great that the rest does not count. */
public final class Weighing {
    /** No weight of a plan is smaller. */
    public static final double LEAST = 0.25;

    /** No weight of a plan is greater. */
    public static final double MOST = 4;

    private Weighing() {}

    /**
     * The plan with these weights; the plan itself where nobody weighs anything.
     *
     * <p>Weights w of mean 1 become 1 + λ(w − 1) with the greatest λ ≤ 1 that keeps them between {@link #LEAST} and {@link
     * #MOST}. Their mean stays 1, which is all that a weighted test needs of them (Genovese, Roeder, Wasserman, Biometrika
     * 93 (2006) 509), as long as they are fixed before the data are opened.
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
            } else if (relative < LEAST) {
                shrink = Math.min(shrink, (1 - LEAST) / (1 - relative));
            }
        }
        Map<String, Double> weighed = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            weighed.put(plan.family().get(i).id(), 1 + shrink * (weights[i] / mean - 1));
        }
        return new TestPlan(
                plan.family(), plan.statistic(), plan.selection(), plan.dependence(), weighed, plan.design());
    }
}
