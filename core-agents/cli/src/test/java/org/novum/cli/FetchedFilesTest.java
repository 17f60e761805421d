package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.tabular.SourceBytes;

/** Files of archives and of a user's own catalogue, opened by the connector for what they are. */
class FetchedFilesTest {
    private static final String FLARES = "swpc:json/flares.json";
    private static final byte[] JSON = "[{\"class\": \"C1.1\", \"peak\": 1.1e-6}, {\"class\": \"M2.0\", \"peak\": 2e-5}]"
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] body = exchange.getRequestURI().getPath().endsWith(".json")
                    ? JSON
                    : Files.readAllBytes(home.resolve(exchange.getRequestURI().getPath().replaceFirst(".*/", "")));
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        Files.writeString(home.resolve("archives.yaml"), "swpc: " + base());
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Program.Told novum(Object... words) {
        return Program.at(home).run(words);
    }

    private void list(String... entries) throws IOException {
        Files.writeString(home.resolve("datasets.yaml"), "datasets:\n" + String.join("", entries));
    }

    private String entry(String name, Path file, byte[] content) throws IOException {
        Path plain = Files.write(home.resolve("plain-" + name), content);
        return "- {name: " + name + ", title: A table, url: \"" + base() + "/" + file.getFileName() + "\", mirror: own/"
                + file.getFileName() + ", bytes: " + content.length + ", sha256: " + SourceBytes.digest(plain).sha256()
                + ", licence: CC0-1.0, citation: nobody}\n";
    }

    private Path table(String name) throws IOException {
        Path json = Files.write(home.resolve("made.json"), JSON);
        Path file = home.resolve(name);
        novum("data", "convert", json, "--out", file).requireCode(ExitCode.OK);
        return file;
    }

    @Test
    void addressesAreData() {
        assertThat(novum("data", "show", FLARES).requireCode(ExitCode.OK).out())
                .contains("from    " + FLARES, "rows    2", "peak   float64", "M2.0");
        Path out = home.resolve("strong.csv");
        novum("data", "convert", FLARES, "--out", out, "--where", "peak > 1e-5").requireCode(ExitCode.OK);
        assertThat(out).hasContent("class,peak\nM2.0,2e-05\n");
        assertThat(asked).containsExactly("/json/flares.json");
        novum("data", "show", "swpc:elsewhere").requireCode(ExitCode.USAGE).requireOneLine("swpc:elsewhere");
    }

    @Test
    void ownDatasetsOfEveryKind() throws IOException {
        Path parquet = table("flares.parquet");
        Path votable = table("answer.vot");
        list(entry("strong-flares", parquet, Files.readAllBytes(parquet)), entry("answer", votable, Files.readAllBytes(votable)));
        assertThat(novum("list", "datasets").out()).contains("strong-flares", "Ymumu");
        for (String name : List.of("dataset:strong-flares", "dataset:answer")) {
            assertThat(novum("data", "show", name).requireCode(ExitCode.OK).out())
                    .as(name)
                    .contains("from    " + name, "rows    2", "C1.1");
            assertThat(novum("data", "show", name).requireCode(ExitCode.OK).out()).contains("from    " + name);
        }
        assertThat(asked).containsExactly("/flares.parquet", "/answer.vot");
        assertThat(novum("data", "verify").requireCode(ExitCode.OK).out()).containsPattern("ok +strong-flares");
        novum("data", "show", "dataset:strong-flare").requireCode(ExitCode.NO_INPUT).requireOneLine("did you mean strong-flares?");
    }

    @Test
    void anEntryNeedNotSayWhereAMirrorHasIt() throws IOException {
        Path parquet = table("flares.parquet");
        list(entry("flares", parquet, Files.readAllBytes(parquet)).replaceFirst("mirror: [^,]*, ", ""),
                "- {name: far, title: A table, url: \"" + FLARES + "\", licence: CC0-1.0, citation: nobody}\n");
        assertThat(novum("data", "show", "dataset:flares").requireCode(ExitCode.OK).out()).contains("rows    2", "C1.1");
        assertThat(novum("data", "show", "dataset:far").requireCode(ExitCode.OK).out()).contains("rows    2", "C1.1");
        assertThat(novum("data", "list").out()).containsPattern("here +far {2,}A table").containsPattern("here +flares +[0-9]+ kB  A table");
    }

    @Test
    void copiesMayBeCompressed() throws IOException {
        Path parquet = table("flares.parquet");
        byte[] content = Files.readAllBytes(parquet);
        Path packed = home.resolve("packed.parquet.gz");
        Files.write(packed, Gzip.of(content));
        list(entry("packed", packed, content));
        assertThat(novum("data", "show", "dataset:packed").requireCode(ExitCode.OK).out()).contains("rows    2", "C1.1");
        Path copy = home.resolve("cache/named").resolve(SourceBytes.digest(parquet).sha256()).resolve("packed.parquet");
        assertThat(copy).hasBinaryContent(content);
    }

    @Test
    void aWrongCatalogueIsOneLineWhateverIsAskedFor() throws IOException {
        Files.writeString(home.resolve("datasets.yaml"), "datasets: {}\n");
        Path json = Files.write(home.resolve("made.json"), JSON);
        novum("data", "show", json).requireCode(ExitCode.CONFIGURATION).requireOneLine("datasets.yaml", "a list under 'datasets'");
    }

    @Test
    void anOwnNameMayNotBeTaken() throws IOException {
        Path parquet = table("flares.parquet");
        list(entry("Ymumu", parquet, Files.readAllBytes(parquet)));
        novum("data", "list").requireCode(ExitCode.CONFIGURATION).requireOneLine("datasets.yaml", "called Ymumu already");
    }
}
