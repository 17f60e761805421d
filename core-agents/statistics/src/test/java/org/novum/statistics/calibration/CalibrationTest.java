package org.novum.statistics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.statistics.StatisticsException;
import org.novum.statistics.bootstrap.Interval;
import org.novum.statistics.evidence.PValues;

/** Reference figures: scipy.stats 1.17 (binomtest.proportion_ci, beta.ppf, kstest). */
class CalibrationTest {
    @ParameterizedTest
    @CsvSource({
        "0, 20, 0.68, 0, 0.08755646344445088, 0, 0.047117490263302766",
        "0, 20, 0.95, 0, 0.16843347098308548, 0, 0.16112515805281935",
        "7, 50, 0.68, 0.09005710610299798, 0.2069163044608921, 0.09815662059842392, 0.1958080034191135",
        "7, 50, 0.95, 0.05819170033997344, 0.26739600249700846, 0.06950833427016292, 0.26186193710585537",
        "13, 13, 0.68, 0.8685172732447894, 1, 0.9293051494058233, 1",
        "48, 1000, 0.95, 0.03560026534289003, 0.06314011540157664, 0.036393301020807914, 0.06306608865013393"
    })
    void binomialIntervals(
            long successes, long trials, double level, double low, double high, double wilsonLow, double wilsonHigh) {
        Proportion proportion = new Proportion(successes, trials);
        assertThat(proportion.clopperPearson(level).low()).isCloseTo(low, within(1e-12));
        assertThat(proportion.clopperPearson(level).high()).isCloseTo(high, within(1e-12));
        assertThat(proportion.wilson(level).low()).isCloseTo(wilsonLow, within(1e-12));
        assertThat(proportion.wilson(level).high()).isCloseTo(wilsonHigh, within(1e-12));
    }

    @Test
    void oneSidedBounds() {
        Proportion proportion = new Proportion(48, 1000);
        assertThat(proportion.upperBound(0.95)).isCloseTo(0.06065249047916688, within(1e-12));
        assertThat(proportion.lowerBound(0.95)).isCloseTo(0.037385499557867484, within(1e-12));
        // Nothing seen in n trials: the rule of three, exactly 1 - 0.05^(1/n).
        assertThat(new Proportion(0, 59).upperBound(0.95)).isCloseTo(1 - Math.pow(0.05, 1.0 / 59), within(1e-13));
        assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(StatisticsException.class);
    }

    @Test
    void coverageAndSize() {
        List<Interval> intervals = List.of(new Interval(0, 1), new Interval(2, 3), new Interval(-1, 0));
        assertThat(Calibration.coverage(intervals, new double[] {1, 3.5, -0.5})).isEqualTo(new Proportion(2, 3));
        assertThat(Calibration.size(PValues.of(0.01, 0.05, 0.2, 0.6), 0.05)).isEqualTo(new Proportion(2, 4));
        assertThatThrownBy(() -> Calibration.coverage(intervals, new double[] {1}))
                .isInstanceOf(StatisticsException.class);
    }

    @Test
    void uniformity() {
        double[] few = {0.02, 0.11, 0.13, 0.24, 0.29, 0.33, 0.41, 0.47, 0.58, 0.62, 0.7, 0.84, 0.91};
        assertThat(Calibration.uniformityDistance(few)).isCloseTo(0.14923076923076928, within(1e-14));
        assertThat(Calibration.uniformityPValue(few)).isCloseTo(0.8936140541002823, within(1e-10));
        double[] many = IntStream.rangeClosed(1, 500)
                .mapToDouble(i -> Math.pow(i * 0.6180339887498949 % 1, 1.1))
                .toArray();
        assertThat(Calibration.uniformityDistance(many)).isCloseTo(0.03751697124262032, within(1e-12));
        assertThat(Calibration.uniformityPValue(many)).isCloseTo(0.4710291668826794, within(1e-4));
        assertThatThrownBy(() -> Calibration.uniformityPValue(new double[] {0.1, 1.2}))
                .isInstanceOf(StatisticsException.class);
    }
}
