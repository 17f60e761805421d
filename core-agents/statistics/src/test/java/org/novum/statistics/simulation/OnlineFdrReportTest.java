package org.novum.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The full study of 1,000 streams for each setting: checks the promises, and that the committed report says what the
 * code gives. With {@code -Dnovum.reports=DIR} it writes the report instead of comparing.
 */
@Tag("slow")
class OnlineFdrReportTest {
    private static final Path COMMITTED = Path.of("..", "..", "docs", "reports", "online-fdr.md");

    @Test
    void defaultsKeepTheirPromiseAndTheReportIsCurrent() throws IOException {
        StreamStudy study = new StreamStudy(1000, 20_261_122);
        List<StreamStudy.Measurement> measurements = study.run();
        String page = OnlineFdrReport.of(study, measurements);
        System.out.println(page);
        StudyChecks.check(measurements);
        String target = System.getProperty("novum.reports");
        if (target == null) {
            assertThat(page).isEqualTo(Files.readString(COMMITTED));
        } else {
            Files.createDirectories(Path.of(target));
            Files.writeString(Path.of(target, "online-fdr.md"), page);
        }
    }
}
