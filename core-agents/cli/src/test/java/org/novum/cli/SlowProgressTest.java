package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    @Test
    void aFetchOfUnknownLengthTellsWhatCame() {
        FetchConsole console = new FetchConsole(progress);
        console.at("jsoc:x", 345, -1);
        seconds = 103;
        console.at("jsoc:x", 2_345_678, -1);
        console.at("jsoc:x", 2_345_678, 2_345_678);
        assertThat(told.toString().strip()).isEqualTo("fetch jsoc:x 2,345 kB");
    }

    @Test
    void aFetchOfKnownLengthTellsItToo() {
        FetchConsole console = new FetchConsole(progress);
        console.at("Ymumu", 345, 2_345_678);
        seconds = 103;
        console.at("Ymumu", 1_345_678, 2_345_678);
        seconds = 114;
        console.at("Ymumu", 2_345_678, 2_345_678);
        assertThat(told.toString().strip()).isEqualTo("fetch Ymumu 1,345 of 2,346 kB");
    }

    @Test
    void aFetchThatWaitsTellsWhy() {
        FetchConsole console = new FetchConsole(progress);
        console.waits("Ymumu", "HTTP status 429", Duration.ofSeconds(120));
        console.waits("Ymumu", "no answer came in time", Duration.ofMillis(10));
        assertThat(told.toString().lines().map(String::strip))
                .containsExactly(
                        "fetch Ymumu: HTTP status 429; again in 120 s", "fetch Ymumu: no answer came in time; again in a moment");
    }

    @Test
    void aHostThatDoesNotAnswerIsNamed() throws InterruptedException {
        CountDownLatch said = new CountDownLatch(1);
        StringWriter lines = new StringWriter();
        PrintWriter writer = new PrintWriter(lines) {
            @Override
            public void flush() {
                said.countDown();
            }
        };
        FetchConsole console = new FetchConsole(new SlowProgress(writer, false), Duration.ofMillis(1));
        console.asks("Zmumu", "archive.example");
        assertThat(said.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(lines.toString().strip()).isEqualTo("fetch Zmumu: waiting for archive.example");
    }

    @Test
    void aShortFetchShowsNothing() {
        FetchConsole console = new FetchConsole(progress);
        console.at("swpc:x", 345, 1345);
        seconds = 101;
        console.at("swpc:x", 1345, 1345);
        seconds = 103;
        console.at("swpc:y", 345, -1);
        console.at("swpc:y", 345, 345);
        assertThat(told.toString()).isEmpty();
    }
}
