package org.novum.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.finding.Figure.Panel;
import org.novum.api.finding.Figure.Scale;
import org.novum.api.finding.Figure.Series;
import org.novum.api.finding.Figure.Style;

class RangesTest {
    @Test
    void theLeastValueOnALogarithmicAxisStandsAboveTheFrame() {
        Series curve =
                new Series("curve", Style.LINE, new double[] {0, 1, 2}, new double[] {9500, 9200, 14_000}, null);
        Ranges.Range range = Ranges.vertical(new Panel("y", Scale.LOGARITHMIC, List.of(curve)));
        assertThat(range.low()).isBetween(8500.0, 9190.0);
        assertThat(range.high()).isGreaterThan(14_000);
    }
}
