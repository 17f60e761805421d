package org.novum.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A reduced run of the study; the full one is {@link OnlineFdrReportTest}. */
class OnlineFdrStudyTest {
    @Test
    void defaultsKeepTheirPromiseAndFindSignals() {
        List<StreamStudy.Measurement> measurements = new StreamStudy(150, 20_261_122).run();
        StudyChecks.check(measurements);
    }

    @Test
    void sameSeedSameFigures() {
        assertThat(OnlineFdrReport.of(new StreamStudy(5, 1), new StreamStudy(5, 1).run()))
                .isEqualTo(OnlineFdrReport.of(new StreamStudy(5, 1), new StreamStudy(5, 1).run()));
    }
}
