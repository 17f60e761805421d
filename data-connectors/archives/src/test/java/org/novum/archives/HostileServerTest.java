package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Files whose digest nobody published, from servers that do whatever servers do. */
class HostileServerTest extends UnlistedFiles {
    @Test
    void continuesTheSameVersionAlone() throws IOException {
        try (FlakyServer server = new FlakyServer(
                CONTENT, Versions.dropping("\"a\"", OTHER, 50_000), Versions.dropping("\"a\"", OTHER, 50_000),
                Versions.serving("\"b\"", CONTENT))) {
            assertThat(fetch(server).file()).hasBinaryContent(CONTENT);
            assertThat(server.kinds()).containsExactly("all", "part", "part");
        }
    }

    @Test
    void noticesAnotherVersionBehindARange() throws IOException {
        try (FlakyServer server = new FlakyServer(
                CONTENT, Versions.dropping("\"a\"", OTHER, 50_000), Versions.ignoringIfRange("\"b\"", CONTENT),
                Versions.serving("\"b\"", CONTENT))) {
            assertThat(fetch(server).file()).hasBinaryContent(CONTENT);
            assertThat(server.kinds()).containsExactly("all", "part", "all");
        }
    }

    @Test
    void noticesAnotherLengthBehindARange() throws IOException {
        try (FlakyServer server = new FlakyServer(
                CONTENT, Versions.dropping("\"a\"", OTHER, 50_000), Versions.ignoringIfRange("\"a\"", CONTENT),
                Versions.serving("\"b\"", CONTENT))) {
            assertThat(fetch(server).file()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void aPartOfAnUnknownVersionBeginsAnew() throws IOException {
        try (FlakyServer server = new FlakyServer(CONTENT, Versions.dropping("W/\"weak\"", OTHER, 50_000))) {
            assertThat(fetch(server).file()).hasBinaryContent(CONTENT);
            assertThat(server.kinds()).containsExactly("all", "all");
        }
    }

    @Test
    void resumesWhatAnEarlierProgramLeft() throws IOException {
        FlakyServer.Behaviour drop = Versions.dropping("\"a\"", CONTENT, 50_000);
        FlakyServer.Behaviour busy = FlakyServer.status(503);
        try (FlakyServer server = new FlakyServer(CONTENT, drop, busy, busy, busy, busy, Versions.serving("\"a\"", CONTENT))) {
            assertThat(failing(server).exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(names()).containsExactly("Ymumu.csv.part", "Ymumu.csv.part.state");
            assertThat(fetch(server).file()).hasBinaryContent(CONTENT);
            assertThat(server.kinds().getLast()).isEqualTo("part");
            assertThat(names()).containsExactly("Ymumu.csv", "Ymumu.csv.sha256");
        }
    }

    @Test
    void aFileThatChangesOnAndOnIsGivenUp() throws IOException {
        FlakyServer.Behaviour[] versions = new FlakyServer.Behaviour[30];
        for (int i = 0; i < versions.length; i++) {
            versions[i] = Versions.dropping("\"" + i + "\"", CONTENT, i % 2 == 0 ? 50_000 : 60_000);
        }
        try (FlakyServer server = new FlakyServer(CONTENT, versions)) {
            assertThat(failing(server).exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(server.ranges()).hasSizeLessThan(versions.length);
        }
    }

    @Test
    void aShortLengthOfACompressedFileIsNoticed() throws IOException {
        byte[] gzip = Samples.gzip(CONTENT);
        FlakyServer.Behaviour cut = Versions.stating(gzip.length / 2, gzip);
        try (FlakyServer server = new FlakyServer(gzip, cut, cut)) {
            assertThat(failing(server)).hasMessageContaining("sent a broken file");
        }
        try (FlakyServer server = new FlakyServer(gzip, cut)) {
            assertThat(fetch(server).file()).hasBinaryContent(gzip);
        }
    }

    @Test
    void aCutFitsFileIsNoticed() throws IOException {
        byte[] fits = new byte[4 * 2880];
        Arrays.fill(fits, (byte) ' ');
        System.arraycopy("SIMPLE  =".getBytes(StandardCharsets.US_ASCII), 0, fits, 0, 9);
        FlakyServer.Behaviour cut = Versions.stating(5000, fits);
        try (FlakyServer server = new FlakyServer(fits, cut, cut)) {
            assertThat(failing(server)).hasMessageContaining("sent 5000 bytes of FITS, which are no whole blocks of 2880");
            assertThat(fetch(server).file()).hasBinaryContent(fits);
        }
    }

    /** Names that say what must come, and what came instead with status 200. */
    @ParameterizedTest
    @CsvSource({
        "sdss:spec-3655-55240-0110, sdss, something else than FITS",
        "lamost:dr10/v2.0/437513049, lamost, something else than FITS",
        "cern:545/image.fits.gz, cern, something else than FITS",
        "cern:545/IMAGE.FIT, cern, something else than FITS",
        "cern:eos/opendata/cms/events.root, cern, something else than a ROOT file",
    })
    void anotherKindOfFileIsNoticed(String address, String archive, String words) throws IOException {
        byte[] json = ("{\"error\": \"" + "x".repeat(5000) + "\"}").getBytes(StandardCharsets.UTF_8);
        for (byte[] sent : List.of(json, Samples.gzip(json))) {
            try (FlakyServer server = new FlakyServer(sent)) {
                Samples.write(folder.resolve("home/archives.yaml"), (archive + ": " + server.base()).getBytes(StandardCharsets.UTF_8));
                assertThatThrownBy(() -> fetcher().fetch(address, FetchProgress.SILENT))
                        .isInstanceOfSatisfying(NovumException.class, failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.DATA))
                        .hasMessageStartingWith(address + ": ")
                        .hasMessageContaining(words);
            }
            try (Stream<Path> left = Files.walk(folder.resolve("home/archives"))) {
                assertThat(left.filter(Files::isRegularFile).map(Path::toString)).allMatch(name -> name.endsWith(".lock"));
            }
        }
    }

    @Test
    void rightBeginningsArrive() throws IOException {
        byte[] fits = Arrays.copyOf("SIMPLE  =                    T".getBytes(StandardCharsets.US_ASCII), 2880);
        byte[] root = "root and more".getBytes(StandardCharsets.US_ASCII);
        for (Map.Entry<String, byte[]> each : Map.of("cern:545/a.fits", fits, "cern:545/b.fits.gz", Samples.gzip(fits), "cern:545/c.root", root)
                .entrySet()) {
            try (FlakyServer server = new FlakyServer(each.getValue())) {
                Samples.write(folder.resolve("home/archives.yaml"), ("cern: " + server.base()).getBytes(StandardCharsets.UTF_8));
                assertThat(fetcher().fetch(each.getKey(), FetchProgress.SILENT).file()).hasBinaryContent(each.getValue());
            }
        }
    }

    @Test
    void aLengthThatIsTooLongBringsNothing() throws IOException {
        FlakyServer.Behaviour lie = Versions.stating(CONTENT.length + 500, CONTENT);
        try (FlakyServer server = new FlakyServer(CONTENT, lie)) {
            assertThat(fetch(server).file()).hasBinaryContent(CONTENT);
        }
    }

    static Stream<Arguments> refused() {
        byte[] html = PAGE;
        byte[] endless = new byte[3 << 20];
        return Stream.of(
                Arguments.of("sent a web page instead of the file", ExitCode.DATA, FlakyServer.sending(html)),
                Arguments.of("sent a web page instead of the file", ExitCode.DATA, FlakyServer.sending(Samples.gzip(html))),
                Arguments.of("sent an empty file", ExitCode.DATA, Versions.chunked(new byte[0])),
                Arguments.of("more than 1048576 bytes and no end", ExitCode.UNAVAILABLE, Versions.chunked(endless)),
                Arguments.of("the connection ended after", ExitCode.UNAVAILABLE, Versions.stating(CONTENT.length + 500, CONTENT)),
                Arguments.of("another range than it was asked for", ExitCode.UNAVAILABLE, Versions.range("bytes 0-9/10", new byte[10])),
                Arguments.of("another range than it was asked for", ExitCode.UNAVAILABLE, Versions.range("octets 1", new byte[10])),
                Arguments.of("the server has less", ExitCode.UNAVAILABLE, FlakyServer.status(416)),
                Arguments.of("a content coding that nobody asked for", ExitCode.UNAVAILABLE, Versions.chunked(html, "Content-Encoding", "br")),
                Arguments.of("the server has no such file (HTTP status 404)", ExitCode.NO_INPUT, FlakyServer.status(404)),
                Arguments.of("the server has no such file (HTTP status 410)", ExitCode.NO_INPUT, FlakyServer.status(410)),
                Arguments.of("the server refuses it (HTTP status 401); check whether it asks", ExitCode.UNAVAILABLE, FlakyServer.status(401)),
                Arguments.of("the server refuses it (HTTP status 403); check whether it asks", ExitCode.UNAVAILABLE, FlakyServer.status(403)),
                Arguments.of("HTTP status 204", ExitCode.UNAVAILABLE, FlakyServer.status(204)),
                Arguments.of("HTTP status 503", ExitCode.UNAVAILABLE, FlakyServer.status(503)),
                Arguments.of("try again in 9000 s", ExitCode.UNAVAILABLE, FlakyServer.status(503, "Retry-After", "9000")),
                Arguments.of("in a circle", ExitCode.UNAVAILABLE, Versions.redirecting(302, "?")),
                Arguments.of("redirects to file:, which is not followed", ExitCode.UNAVAILABLE, Versions.redirecting(301, "file:///etc/passwd")),
                Arguments.of("redirects to ftp:, which is not followed", ExitCode.UNAVAILABLE, Versions.redirecting(307, "ftp://a/b")),
                Arguments.of("to what is no address", ExitCode.UNAVAILABLE, Versions.redirecting(308, "http://[")),
                Arguments.of("without saying where to", ExitCode.UNAVAILABLE, FlakyServer.status(303)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void endsInOneLineAndNoFile(String words, ExitCode code, FlakyServer.Behaviour always) throws IOException {
        FlakyServer.Behaviour[] script = new FlakyServer.Behaviour[40];
        Arrays.fill(script, always);
        try (FlakyServer server = new FlakyServer(CONTENT, script)) {
            NovumException thrown = failing(server);
            assertThat(thrown).hasMessageContaining(words);
            assertThat(thrown.exitCode()).isEqualTo(code);
            assertThat(file()).doesNotExist();
            assertThat(record()).doesNotExist();
            assertThat(server.ranges()).hasSizeLessThanOrEqualTo(11);
        }
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            assertThat(fetch(server).file()).as("the next run is not hurt").hasBinaryContent(CONTENT);
        }
    }

    @Test
    void redirectsOnAndOnEnd() throws IOException {
        FlakyServer.Behaviour[] script = new FlakyServer.Behaviour[40];
        for (int i = 0; i < script.length; i++) {
            script[i] = Versions.redirecting(302, "/elsewhere/" + i);
        }
        try (FlakyServer server = new FlakyServer(CONTENT, script)) {
            assertThat(failing(server)).hasMessageContaining("redirects more than 10 times");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsToAnotherHostAndResumesThere(int status) throws IOException {
        try (FlakyServer store = new FlakyServer(CONTENT, Versions.dropping("\"a\"", CONTENT, 50_000), Versions.serving("\"a\"", CONTENT));
                FlakyServer server = new FlakyServer(
                        CONTENT, Versions.redirecting(status, store.uri().toString()), Versions.redirecting(status, store.uri().toString()))) {
            assertThat(fetch(server).file()).hasBinaryContent(CONTENT);
            assertThat(store.kinds()).containsExactly("all", "part");
            assertThat(record()).content().contains("from: " + server.base() + "/record/545/files/Ymumu.csv");
        }
    }

    @Test
    void takesGzipCodingForWhatItIs() throws IOException {
        byte[] gzip = Samples.gzip(CONTENT);
        try (FlakyServer server = new FlakyServer(CONTENT, Versions.chunked(gzip, "Content-Encoding", "gzip"))) {
            Fetched fetched = fetch(server);
            assertThat(fetched.file()).hasBinaryContent(gzip);
            assertThat(fetched.sha256()).isEqualTo(Samples.sha256(CONTENT));
        }
    }

    @Test
    void wakesUpFromAStall() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        try (FlakyServer server = new FlakyServer(CONTENT, FlakyServer.stalling(40_000, released))) {
            assertThat(fetch(server, fetcher(Duration.ofMillis(500))).file()).hasBinaryContent(CONTENT);
        } finally {
            released.countDown();
        }
    }
}
