package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SlowProgressTest {
    private final StringWriter told = new StringWriter();
    private long seconds = 100;
    private final SlowProgress progress =
            new SlowProgress(new PrintWriter(told, true), false, () -> seconds * 1_000_000_000L);

    @Test
    void shortWorkIsNotWorthALine() {
        progress.at("open", 1, 1000);
        seconds = 101;
        progress.at("open", 1000, 1000);
        progress.close();
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void longWorkTellsNowAndThen() {
        for (seconds = 100; seconds <= 125; seconds++) {
            progress.at("redshift", (seconds - 100) * 1000, 100_000);
        }
        assertThat(told.toString().lines().map(String::strip).toList())
                .containsExactly("redshift  2,000 of 100,000", "redshift  12,000 of 100,000", "redshift  22,000 of 100,000");
    }

    @Test
    void whatIsDoneNeedsNoLine() {
        progress.at("open", 1, 52);
        seconds = 104;
        progress.at("open", 52, 52);
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void otherWorkStartsAnew() {
        progress.at("open", 0, 10);
        seconds = 103;
        progress.at("open", 5, 10);
        progress.at("redshift", 1, 10);
        assertThat(told.toString().lines()).hasSize(1);
    }
}
