package org.novum.disciplinetemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.novum.disciplinetemplate.WelchTest.Direction;

class WelchTestTest {
    /** Hours of sleep gained with two drugs, A. R. Cushny and A. R. Peebles, as in Student, Biometrika 6 (1908) 20. */
    private static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** The figures that R's manual prints for {@code t.test(extra ~ group, data = sleep)}. */
    @Test
    void agreesWithTheSleepExampleOfR() {
        WelchTest test = WelchTest.of(Sample.of(FIRST_DRUG), Sample.of(SECOND_DRUG)).orElseThrow();
        assertThat(test.statistic()).isCloseTo(-1.8608, within(5e-5));
        assertThat(test.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
        assertThat(2 * test.pValue(Direction.SECOND_IS_LARGER).value()).isCloseTo(0.07939, within(5e-6));
        assertThat(test.difference() - test.halfWidth(0.95)).isCloseTo(-3.3654832, within(5e-8));
        assertThat(test.difference() + test.halfWidth(0.95)).isCloseTo(0.2054832, within(5e-8));
    }

    @Test
    void directionsComplementEachOther() {
        WelchTest test = WelchTest.of(Sample.of(FIRST_DRUG), Sample.of(SECOND_DRUG)).orElseThrow();
        assertThat(test.pValue(Direction.FIRST_IS_LARGER).value()
                        + test.pValue(Direction.SECOND_IS_LARGER).value())
                .isCloseTo(1, within(1e-14));
        assertThat(Direction.of(test.difference())).isEqualTo(Direction.SECOND_IS_LARGER);
    }

    @Test
    void keepsTheLogarithmOfPValuesThatUnderflow() {
        WelchTest test = new WelchTest(1e4, 1, 200);
        assertThat(test.pValue(Direction.FIRST_IS_LARGER).log10()).isFinite().isLessThan(-330);
    }

    @Test
    void refusesSamplesThatCannotBeCompared() {
        Sample one = Sample.of(new double[] {1});
        Sample equal = Sample.of(new double[] {1, 1});
        assertThat(WelchTest.of(one, Sample.of(FIRST_DRUG))).isEmpty();
        assertThat(WelchTest.of(equal, equal)).isEmpty();
        assertThat(WelchTest.of(equal, Sample.of(FIRST_DRUG))).isPresent();
    }
}
