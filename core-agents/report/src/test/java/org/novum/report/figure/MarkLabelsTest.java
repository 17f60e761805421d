package org.novum.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.finding.Figure.Mark;
import org.novum.api.finding.Figure.Scale;

class MarkLabelsTest {
    @Test
    void namesOfCloseMarksDoNotOverlapAndLinesStayWhereTheyAre() {
        Axis x = new Axis(0, 100, Scale.LINEAR, 0, 1000);
        List<MarkLabels.Placed> placed =
                MarkLabels.place(List.of(new Mark(50.2, "b"), new Mark(50, "a"), new Mark(-1, "outside"), new Mark(90, "c")), x);
        assertThat(placed).extracting(MarkLabels.Placed::text).containsExactly("a", "b", "c");
        assertThat(placed).extracting(MarkLabels.Placed::at).containsExactly(500.0, 502.0, 900.0);
        assertThat(placed.get(1).label() - placed.get(0).label()).isGreaterThanOrEqualTo(12);
        assertThat(placed.get(2).label()).isLessThan(900);
    }
}
