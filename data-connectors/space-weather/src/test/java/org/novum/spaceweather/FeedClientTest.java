package org.novum.spaceweather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novum.api.ExitCode;

/** What passes is tried again, with growing pauses; what does not is told at once. */
class FeedClientTest {
    private static final String PATH = "/feed.json";

    private FeedServer server;
    private FeedClient client;

    @BeforeEach
    void start() throws IOException {
        server = new FeedServer();
        client = new FeedClient(new Patience(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(1), 3));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void triesAgainWhatMayPass() {
        server.on(PATH, FeedServer.status(503), FeedServer.ok("[{\"cut\":"), FeedServer.ok("[1]"));
        assertThat(client.get(server.hosts().swpc().resolve(PATH))).hasSize(1);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void givesUpAfterItsAttempts() {
        server.on(PATH, FeedServer.status(500));
        assertThatThrownBy(() -> client.get(server.hosts().swpc().resolve(PATH)))
                .isInstanceOfSatisfying(
                        FeedException.class, told -> assertThat(told.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
                .hasMessageContaining("status 500, 3 attempts")
                .hasMessageContaining("name another host");
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void refusalIsFinal() {
        assertThatThrownBy(() -> client.get(server.hosts().swpc().resolve(PATH))).hasMessageContaining("status 404");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void doesNotWaitLongerThanItsPatience() {
        server.on(PATH, new FeedServer.Answer(429, "", "3600"));
        assertThatThrownBy(() -> client.get(server.hosts().swpc().resolve(PATH))).hasMessageContaining("try again in 3600 s");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        Patience patience = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(5), 9);
        assertThat(patience.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(patience.pause(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(patience.pause(4)).isEqualTo(Duration.ofSeconds(5));
    }
}
