package org.novum.statistics.online;

import org.novum.statistics.StatisticsException;
import org.novum.statistics.distribution.HarmonicNumbers;
import org.novum.statistics.internal.Require;
import org.novum.statistics.multiple.Rejections;
import org.novum.statistics.multiple.StepUp;

/**
 * LOND over families: families of hypotheses arrive in a stream, each is judged as a batch, and the false discovery
 * rate over all members of all families stays at or below alpha at every time.
 *
 * <p><b>Rule.</b> Family t has N members, the share gamma_t of the budget (all shares sum to at most 1) and finds D
 * rejections in the families before it. It rejects its k smallest p-values for the largest k with
 *
 * <pre>p_(k) &lt;= alpha gamma_t (D + k) / (N h)</pre>
 *
 * with h = 1 for {@link FamilyDependence#POSITIVE}, h = 1 + H_{D+N} - H_{D+1} for {@link
 * FamilyDependence#ARBITRARY_WITHIN_FAMILY}, and h = H_M for {@link FamilyDependence#ARBITRARY}, M being the members of
 * all families up to this one. With N = 1 it is LOND (h = 1, and H_t for arbitrary dependence); with a single family
 * and gamma = 1 it is Benjamini and Hochberg, or Benjamini and Yekutieli. Member weights w_i of mean 1 or less replace p_i by
 * p_i / w_i.
 *
 * <p><b>Why the rate is controlled.</b> Let R_t be the rejections in family t, V the false ones of all, R all. Member i
 * of family t is rejected exactly when p_i &lt;= c_i b(D_t + R_t), with c_i = alpha gamma_t w_i / N and b(r) = r / h.
 * Since R is at least D_t + R_t for every family,
 *
 * <pre>E[V/R] &lt;= sum_t sum_{i null in t} E[ 1{p_i &lt;= c_i b(D_t + R_t)} / (D_t + R_t) ].</pre>
 *
 * It is enough that each expectation is at most c_i, for then E[V/R] &lt;= sum_t alpha gamma_t (sum of null weights)/N
 * &lt;= alpha. That is the super-uniformity lemma of Blanchard and Roquain (Electronic Journal of Statistics 2 (2008)
 * 963, lemma 3.2):
 *
 * <ul>
 *   <li>POSITIVE: given the past, D_t is a constant and R_t falls when any p-value of the family rises; with p_i
 *       super-uniform given the past and the family positively regression dependent on its nulls given the past, the
 *       bound holds with b(r) = r. Without conditioning it holds if the whole stream is positively regression dependent
 *       on its nulls and the plan (families, sizes, shares) does not depend on p-values, because then D_t + R_t is a
 *       coordinatewise falling function of all of them.
 *   <li>ARBITRARY_WITHIN_FAMILY: given the past, D_t + R_t takes values in D+1 … D+N. The bound holds for any dependence
 *       when b(r) is the sum of x nu(x) over x &lt;= r for some probability measure nu. Take nu(D+1) = 1/h and nu(x) =
 *       1/(x h) for x = D+2 … D+N, which gives b(r) = r/h and total mass (1 + sum of 1/x)/h = 1.
 *   <li>ARBITRARY: no conditioning; D_t + R_t takes values in 1 … M, nu(x) = 1/(x H_M) gives b(r) = r / H_M. The sizes
 *       of the families and their shares must then not depend on the p-values.
 * </ul>
 *
 * Shares may be chosen from the past under the first two (conditional) assumptions as long as their sum never exceeds
 * 1. A family chosen because of p-values on the <em>same</em> rows breaks validity given the past: such tests belong in
 * one family enumerated in advance, or on rows not opened before.
 *
 * @param settings promised rate and dependence
 * @param discoveries D, rejections so far
 * @param members members of the families so far
 * @param spent sum of the shares so far
 */
public record BatchLond(Settings settings, int discoveries, long members, double spent) {
    private static final double ROUNDING = 1e-9;

    /**
     * What a stream of families is run with.
     *
     * @param alpha promised false discovery rate
     * @param dependence what is assumed of the p-values
     */
    public record Settings(double alpha, FamilyDependence dependence) {
        /** Checks the level. */
        public Settings {
            Require.openUnit("alpha", alpha);
        }
    }

    /**
     * What was decided about a family.
     *
     * @param singleLevel the level a single rejection would have needed, alpha gamma_t (D + 1) / (N h)
     * @param level the level the rejected members met; {@code singleLevel} when there are none
     * @param rejections the rejected members
     * @param next the state for the family after it
     */
    public record FamilyDecision(double singleLevel, double level, Rejections rejections, BatchLond next) {}

    /** Checks the domain. */
    public BatchLond {
        Require.atLeast("discoveries", discoveries, 0);
        if (members < discoveries || !(spent >= 0 && spent <= 1 + ROUNDING)) {
            throw new StatisticsException("not a state of this procedure: " + discoveries + " discoveries among " + members
                    + " members, share " + spent + " spent");
        }
    }

    /** Starts a stream of families. */
    public static BatchLond start(double alpha, FamilyDependence dependence) {
        return new BatchLond(new Settings(alpha, dependence), 0, 0, 0);
    }

    /** Returns the level that k rejections in a family of {@code size} with {@code share} of the budget must meet. */
    public double level(int size, double share, int k) {
        return settings.alpha() * share * (discoveries + k) / (size * penalty(size));
    }

    /**
     * Judges the next family.
     *
     * @throws StatisticsException when its share would overdraw the budget
     */
    public FamilyDecision next(Family family) {
        double total = spent + family.share();
        if (total > 1 + ROUNDING) {
            throw new StatisticsException("family wants share " + family.share() + " of the error budget but " + (1 - spent)
                    + " is left; start a new experiment or give a smaller share");
        }
        int size = family.pValues().size();
        Rejections rejections = StepUp.largest(family.weighted(), k -> level(size, family.share(), k));
        BatchLond next =
                new BatchLond(settings, discoveries + rejections.count(), members + size, Math.min(1, total));
        double level = level(size, family.share(), Math.max(1, rejections.count()));
        return new FamilyDecision(level(size, family.share(), 1), level, rejections, next);
    }

    private double penalty(int size) {
        return switch (settings.dependence()) {
            case POSITIVE -> 1;
            case ARBITRARY_WITHIN_FAMILY ->
                1 + HarmonicNumbers.of((long) discoveries + size) - HarmonicNumbers.of(discoveries + 1L);
            case ARBITRARY -> HarmonicNumbers.of(members + size);
        };
    }
}
