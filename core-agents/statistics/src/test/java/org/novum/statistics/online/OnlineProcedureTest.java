package org.novum.statistics.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.evidence.EValue;
import org.novum.statistics.evidence.PValue;

class OnlineProcedureTest {
    /** The documentation example of R onlineFDR. */
    private static final double[] DOCUMENTATION = {
        2.9e-17, 0.06743, 0.01514, 0.08174, 0.00171, 3.6e-05, 0.79149, 0.27201, 0.28295, 7.59e-08, 0.69274, 0.30443,
        0.00136, 0.72342, 0.54757
    };

    /** Levels of hypotheses 2, 7 and 15 and rejections in all, from R onlineFDR 2.19.1. */
    @ParameterizedTest
    @CsvSource({
        "LORD++, 0.00246644571997175, 0.0029745012820979, 0.000705961040574785, 3",
        "LORD-dep, 0.0100202545641432, 0.000216261774440375, 5.8216999488031e-05, 3",
        "LOND, 0.00116382057829417, 0.000797916632788244, 0.00053774722688213, 3",
        "LOND-dep, 0.00077588038552945, 0.00030773644239767, 0.000162058504093427, 3",
        "SAFFRON, 0.010937254145, 0.032811762435, 0.009064366673843, 5",
        "ADDIS, 0.0054686270725, 0.0164058812175, 0.00905786988521563, 5"
    })
    void documentationExample(String name, double second, double seventh, double last, int rejections) {
        OnlineProcedure<PValue> state = ReferenceStreams.procedure(name);
        double[] levels = new double[DOCUMENTATION.length];
        int rejected = 0;
        for (int t = 0; t < levels.length; t++) {
            assertThat(state.level()).isEqualTo(state.next(PValue.of(1)).level());
            Decision<PValue> decision = state.next(PValue.of(DOCUMENTATION[t]));
            levels[t] = decision.level();
            rejected += decision.rejected() ? 1 : 0;
            state = decision.next();
        }
        assertThat(levels[1]).isCloseTo(second, within(1e-12));
        assertThat(levels[6]).isCloseTo(seventh, within(1e-12));
        assertThat(levels[14]).isCloseTo(last, within(1e-12));
        assertThat(rejected).isEqualTo(rejections);
    }

    @ParameterizedTest
    @CsvSource({"LORD++", "LORD-dep", "LOND", "LOND-dep", "SAFFRON", "ADDIS"})
    void statesArePureAndComparable(String name) {
        OnlineProcedure<PValue> state = ReferenceStreams.procedure(name);
        for (double p : DOCUMENTATION) {
            Decision<PValue> once = state.next(PValue.of(p));
            assertThat(state.next(PValue.of(p))).isEqualTo(once);
            state = once.next();
        }
    }

    @Test
    void underflowingPValuesAreDecided() {
        assertThat(LordPlusPlus.start(0.05).next(PValue.ofLog10(-400)).rejected()).isTrue();
    }

    @Test
    void eLondFollowsItsFormula() {
        double gamma1 = SpendingSequence.Standard.JAVANMARD_MONTANARI.share(1);
        double gamma2 = SpendingSequence.Standard.JAVANMARD_MONTANARI.share(2);
        ELond start = ELond.start(0.05);
        assertThat(start.level()).isCloseTo(0.00267583854563004, within(1e-14));
        Decision<EValue> first = start.next(EValue.of(1.0001 / (0.05 * gamma1)));
        assertThat(first.rejected()).isTrue();
        assertThat(first.next().level()).isCloseTo(2 * 0.05 * gamma2, within(1e-16));
        assertThat(start.next(EValue.of(0.9999 / (0.05 * gamma1))).rejected()).isFalse();
        assertThat(start.next(EValue.of(0)).rejected()).isFalse();
    }

    /** Sums to a million, plus the integrals beyond; the third sequence promises the sum of xi_j (1 + ln j) instead. */
    @Test
    void sharesSumToAtMostOne() {
        int end = 1_000_000;
        double logarithm = Math.log(end + 0.5);
        double root = Math.sqrt(logarithm);
        double lordTail =
                0.07720838 * 2 * Math.exp(-root) * (root * root * root + 3 * logarithm + 6 * root + 6);
        double powerTail = 0.4374901658 * Math.pow(end + 0.5, -0.6) / 0.6;
        double cubedTail = 0.139307 * (0.5 / (logarithm * logarithm) + 1 / logarithm);
        assertThat(sum(SpendingSequence.Standard.JAVANMARD_MONTANARI, end, 0) + lordTail).isBetween(0.97, 1.0);
        assertThat(sum(SpendingSequence.Standard.POWER, end, 0) + powerTail).isCloseTo(1, within(1e-9));
        assertThat(sum(SpendingSequence.Standard.LOG_CUBED, end, 1) + cubedTail).isCloseTo(1, within(1e-5));
    }

    private static double sum(SpendingSequence sequence, int end, double logarithmic) {
        double sum = 0;
        for (int j = 1; j <= end; j++) {
            sum += sequence.share(j) * (1 + logarithmic * Math.log(j));
        }
        return sum;
    }

    @Test
    void listedSharesEnd() {
        assertThatThrownBy(() -> new SpendingSequence.Listed(List.of(0.7, 0.4)))
                .isInstanceOf(StatisticsException.class)
                .hasMessageContaining("1.1");
        assertThat(new SpendingSequence.Listed(List.of(0.7, 0.3)).share(3)).isZero();
        assertThatThrownBy(() -> SpendingSequence.Standard.POWER.share(0)).isInstanceOf(StatisticsException.class);
    }

    @Test
    void refusesImpossibleSettings() {
        assertThatThrownBy(() -> LordPlusPlus.start(1.5)).isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() ->
                        new Saffron.Settings(0.05, 0.06, 0.5, SpendingSequence.Standard.POWER))
                .isInstanceOf(StatisticsException.class);
        assertThatThrownBy(() -> new Addis.Settings(0.05, 0.9, 0.5, SpendingSequence.Standard.POWER))
                .isInstanceOf(StatisticsException.class);
    }
}
