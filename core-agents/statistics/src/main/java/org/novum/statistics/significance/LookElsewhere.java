package org.novum.statistics.significance;

import org.novum.statistics.distribution.NormalTail;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.internal.Require;

/**
 * Global significance of the largest excess in a one-dimensional scan.
 *
 * <p>Gross and Vitells, Eur. Phys. J. C 70 (2010) 525, arXiv:1005.1891, equations 3 and 5, for a field that is the
 * half-and-half mixture of 0 and chi-square with one degree of freedom at each point (q0, a signal that may only be
 * positive): p(max q &gt; u) &lt;= P(q &gt; u)+ N(c0) exp(-(u - c0)/2) with P(q &gt; u) = 1 - Phi(sqrt u). It is a bound that
 * becomes exact for high u. Where counts are low or the field is not of that kind, use toys.
 *
 * @param level reference level c0
 * @param meanUpcrossings N(c0), mean number of up-crossings of the level over the whole scan
 */
public record LookElsewhere(double level, double meanUpcrossings) {
    private static final double LOG_TWO = 0.693147180559945309417;

    /** Checks the domain. */
    public LookElsewhere {
        Require.nonNegative("reference level", level);
        Require.nonNegative("mean up-crossings", meanUpcrossings);
    }

    /** Uses the mean of a count. */
    public static LookElsewhere of(Upcrossings counted) {
        return new LookElsewhere(counted.level(), counted.mean());
    }

    /** Returns the global p-value of a scan whose maximum is {@code q0}. */
    public PValue globalPValue(double q0) {
        Require.nonNegative("q0", q0);
        double local = NormalTail.logSurvival(Math.sqrt(q0));
        if (meanUpcrossings == 0) {
            return PValue.ofLog(local);
        }
        double crossing = StrictMath.log(meanUpcrossings) - 0.5 * (q0 - level);
        return PValue.ofLog(Math.min(0, logOfSum(local, crossing)));
    }

    /** Returns the global p-value of a local p-value; local p-values above 1/2 are deficits, globally 1 or their own. */
    public PValue globalPValue(PValue local) {
        double z = local.z();
        if (z <= 0) {
            return meanUpcrossings == 0 ? local : PValue.of(1);
        }
        return globalPValue(z * z);
    }

    /** Returns how many times the global p-value of {@code q0} exceeds the local one. */
    public double trialFactor(double q0) {
        return StrictMath.pow(
                10, globalPValue(q0).log10() - Discovery.localPValue(q0).log10());
    }

    private static double logOfSum(double first, double second) {
        double larger = Math.max(first, second);
        double difference = Math.min(first, second) - larger;
        return difference < -50 * LOG_TWO ? larger : larger + StrictMath.log1p(StrictMath.exp(difference));
    }
}
