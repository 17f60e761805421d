package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

@Timeout(60)
class FetcherTest {
    private static final byte[] CONTENT = Samples.CONTENT;
    private static final FetchSettings QUICK = new FetchSettings(
            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofSeconds(2), 4, 1 << 20);

    @TempDir
    private Path folder;

    private Fetcher fetcher() {
        return new Fetcher(new ArchivePlaces(folder.resolve("home"), Optional.of(folder.resolve("mirror"))), QUICK);
    }

    private static final FetchSettings IMPATIENT = new FetchSettings(
            Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofSeconds(2), 20, 1 << 20);

    private Path cached() {
        return folder.resolve("home/cache").resolve(Samples.sha256(CONTENT));
    }

    private Path fetch(FlakyServer server) {
        return fetcher().fetch(Samples.entry(Optional.of(server.uri())), FetchProgress.SILENT);
    }

    private NovumException failing(FlakyServer server) throws IOException {
        NovumException thrown = catchThrowableOfType(NovumException.class, () -> fetch(server));
        assertThat(thrown).as("the fetch must fail").isNotNull();
        assertThat(thrown.getMessage()).startsWith("dataset:upsilon: ").doesNotContain("\n");
        assertThat(cached()).doesNotExist();
        return thrown;
    }

    @Test
    void downloadsAndKeeps() throws IOException {
        List<Long> heard = new ArrayList<>();
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            CatalogueEntry entry = Samples.entry(Optional.of(server.uri()));
            Path file = fetcher().fetch(entry, (name, bytes, total) -> {
                assertThat(name).isEqualTo("upsilon");
                assertThat(total).isEqualTo(CONTENT.length);
                heard.add(bytes);
            });
            assertThat(file).isEqualTo(cached()).hasBinaryContent(CONTENT);
            assertThat(heard).isSorted().endsWith((long) CONTENT.length);
            assertThat(fetcher().fetch(entry, FetchProgress.SILENT)).isEqualTo(file);
            assertThat(server.kinds()).containsExactly("all");
        }
        try (Stream<Path> files = Files.list(cached().getParent())) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void keepsACompressedDownloadWhoseContentIsRight() throws IOException {
        try (FlakyServer server = new FlakyServer(Samples.gzip(CONTENT))) {
            assertThat(fetch(server)).hasBinaryContent(Samples.gzip(CONTENT));
        }
    }

    @Test
    void resumesWhatBreaksOff() throws IOException {
        FlakyServer.Behaviour drop = FlakyServer.dropping(50_000);
        try (FlakyServer server = new FlakyServer(CONTENT, drop, drop, drop, drop, drop, drop)) {
            assertThat(fetch(server)).hasBinaryContent(CONTENT);
            assertThat(server.kinds()).hasSize(7).startsWith("all", "part", "part");
        }
    }

    @Test
    void resumesWhatAnEarlierProgramLeft() throws IOException {
        Samples.write(Path.of(cached() + ".part"), java.util.Arrays.copyOf(CONTENT, 1000));
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            assertThat(fetch(server)).hasBinaryContent(CONTENT);
            assertThat(server.kinds()).containsExactly("part");
        }
    }

    @Test
    void startsAgainWhenWhatWasLeftIsNoBeginning() throws IOException {
        Samples.write(Path.of(cached() + ".part"), new byte[1000]);
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            assertThat(fetch(server)).hasBinaryContent(CONTENT);
            assertThat(server.kinds()).containsExactly("part", "all");
        }
    }

    @Test
    void takesAllWhereTheServerKnowsNoRanges() throws IOException {
        try (FlakyServer server =
                new FlakyServer(CONTENT, FlakyServer.dropping(50_000), FlakyServer.ignoringRanges())) {
            assertThat(fetch(server)).hasBinaryContent(CONTENT);
            assertThat(server.kinds()).containsExactly("all", "part");
        }
    }

    @Test
    void survivesLiesAboutLengthAndRange() throws IOException {
        try (FlakyServer server = new FlakyServer(
                CONTENT, FlakyServer.cuttingShort(1234), FlakyServer.dropping(5000), FlakyServer.sendingAnotherRange())) {
            assertThat(fetch(server)).hasBinaryContent(CONTENT);
            assertThat(server.kinds()).containsExactly("all", "all", "part", "all");
        }
    }

    @Test
    void waitsWhenAskedTo() throws IOException {
        try (FlakyServer server = new FlakyServer(
                CONTENT,
                FlakyServer.status(429, "Retry-After", "1"),
                FlakyServer.status(503),
                FlakyServer.status(503, "Retry-After", "Wed, 22 Nov 2000 10:00:00 GMT"))) {
            long start = System.nanoTime();
            assertThat(fetch(server)).hasBinaryContent(CONTENT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(server.ranges()).hasSize(4);
        }
    }

    @Test
    void givesUpOnAServerThatAsksToWaitTooLong() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT, FlakyServer.status(429, "Retry-After", "3600"))) {
            NovumException thrown = failing(server);
            assertThat(thrown.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(thrown).hasMessageContaining("HTTP status 429, try again in 3600 s");
        }
    }

    @Test
    void understandsADateToComeBack() throws IOException {
        try (FlakyServer server =
                new FlakyServer(CONTENT, FlakyServer.status(503, "Retry-After", "Mon, 22 Nov 2100 10:00:00 GMT"))) {
            assertThat(failing(server)).hasMessageMatching(".*HTTP status 503, try again in \\d{10} s.*");
        }
    }

    @Test
    void saysWhyItTriesAgain() throws IOException {
        List<String> told = new ArrayList<>();
        FetchProgress progress = new FetchProgress() {
            @Override
            public void at(String dataset, long bytes, long total) {}

            @Override
            public void asks(String dataset, String host) {
                told.add(host);
            }

            @Override
            public void waits(String dataset, String reason, Duration pause) {
                told.add(reason);
            }
        };
        try (FlakyServer server = new FlakyServer(
                CONTENT, FlakyServer.status(503), FlakyServer.dropping(5000), FlakyServer.stating("99999999999999999999"))) {
            assertThat(fetcher().fetch(Samples.entry(Optional.of(server.uri())), progress)).hasBinaryContent(CONTENT);
        }
        assertThat(told)
                .hasSize(7)
                .startsWith("127.0.0.1", "HTTP status 503", "127.0.0.1")
                .endsWith("127.0.0.1", "its answer is not HTTP", "127.0.0.1");
        assertThat(told.get(3)).matches("the connection ended after [0-9]+ of " + CONTENT.length + " bytes");
    }

    @Test
    void givesUpAfterSoManyFailures() throws IOException {
        FlakyServer.Behaviour busy = FlakyServer.status(503);
        try (FlakyServer server = new FlakyServer(CONTENT, busy, busy, busy, busy, busy, busy)) {
            NovumException thrown = failing(server);
            assertThat(thrown.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(thrown).hasMessageContaining("HTTP status 503, " + QUICK.attempts() + " times");
            assertThat(server.ranges()).hasSize(QUICK.attempts());
        }
    }

    @Test
    void givesUpAtOnceWhereThereIsNothing() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT, FlakyServer.status(404))) {
            assertThat(failing(server)).hasMessageContaining("HTTP status 404").hasMessageContaining("NOVUM_MIRROR");
            assertThat(server.ranges()).hasSize(1);
        }
    }

    @Test
    void saysThatAHostCannotBeReached() throws IOException {
        URI nobody;
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            nobody = server.uri();
        }
        assertThatThrownBy(() -> fetcher().fetch(Samples.entry(Optional.of(nobody)), FetchProgress.SILENT))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
                .hasMessageContaining("the host lets nobody connect");
    }

    @Test
    void wakesUpFromAStall() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        try (FlakyServer server = new FlakyServer(CONTENT, FlakyServer.stalling(40_000, released))) {
            Fetcher impatient = new Fetcher(new ArchivePlaces(folder.resolve("home"), Optional.empty()), IMPATIENT);
            assertThat(impatient.fetch(Samples.entry(Optional.of(server.uri())), FetchProgress.SILENT)).hasBinaryContent(CONTENT);
            assertThat(server.ranges()).hasSizeGreaterThan(1);
        } finally {
            released.countDown();
        }
    }

    @Test
    void refusesOtherBytesAndSpoilsNothing() throws IOException {
        byte[] page = "<html>please log in</html>".getBytes(StandardCharsets.UTF_8);
        Path neighbour = Samples.write(folder.resolve("home/cache/other"), new byte[] {1});
        FlakyServer.Behaviour portal = FlakyServer.sending(page);
        try (FlakyServer server = new FlakyServer(CONTENT, portal, portal)) {
            NovumException thrown = failing(server);
            assertThat(thrown.exitCode()).isEqualTo(ExitCode.DATA);
            assertThat(thrown)
                    .hasMessageContaining("expected sha256 " + Samples.sha256(CONTENT))
                    .hasMessageContaining("found " + Samples.sha256(page) + " in a file of 26 bytes");
            assertThat(neighbour).exists();
            assertThat(fetch(server)).hasBinaryContent(CONTENT); // the next run is not hurt
        }
    }

    @Test
    void stopsAnEndlessBody() throws IOException {
        byte[] endless = new byte[CONTENT.length + (4 << 20)];
        try (FlakyServer server =
                new FlakyServer(CONTENT, FlakyServer.sending(endless), FlakyServer.sending(endless))) {
            assertThat(failing(server)).hasMessageContaining("sent other bytes");
        }
    }

    @Test
    void repairsADamagedCache() throws IOException {
        Samples.write(cached(), "damaged".getBytes(StandardCharsets.UTF_8));
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            assertThat(fetch(server)).isEqualTo(cached()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void prefersCacheThenMirrorPlainOrGzip() {
        CatalogueEntry entry = Samples.entry(Optional.empty());
        assertThat(fetcher().local(entry)).isEmpty();
        Path wrong = Samples.write(folder.resolve("mirror/particle/Ymumu.csv.gz"), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> fetcher().fetch(entry, FetchProgress.SILENT))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT))
                .hasMessageContaining("there is no official download of these bytes")
                .hasMessageContaining("other bytes are in " + wrong);
        Path plain = Samples.write(folder.resolve("mirror/particle/Ymumu.csv"), CONTENT);
        assertThat(fetcher().local(entry)).contains(plain);
        Samples.write(wrong, Samples.gzip(CONTENT));
        assertThat(fetcher().local(entry)).contains(wrong);
        Samples.write(cached(), CONTENT);
        assertThat(fetcher().local(entry)).contains(cached());
    }

    @Test
    void asksAHostForOneFileAtATime() throws Exception {
        try (FlakyServer server = new FlakyServer(CONTENT);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Path>> fetches = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> fetch(server)))
                    .toList();
            for (Future<Path> each : fetches) {
                assertThat(each.get()).hasBinaryContent(CONTENT);
            }
            assertThat(server.mostAtOnce()).isEqualTo(1);
            assertThat(server.ranges()).hasSize(1);
        }
    }

    @Test
    void saysThatTheCacheCannotBeMade() throws IOException {
        Files.writeString(folder.resolve("home"), "a file where a folder must be");
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOfSatisfying(
                            NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE));
        }
    }
}
