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

/** Files of archives, as a user meets them, from a server on this machine that stands for every archive. */
class DataGetTest {
    private static final String XRAYS = "swpc:json/goes/primary/xrays-7-day.json";

    @TempDir
    private Path home;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String answer = "[{\"flux\": 1e-6}]";
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                if (exchange.getRequestURI().getPath().contains("nothing")) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        Files.writeString(home.resolve("archives.yaml"), String.join("\n", "swpc: " + base, "cern: " + base + "/cern", "jsoc: " + base));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Program.Told novum(Object... words) {
        return Program.at(home).run(words);
    }

    @Test
    void fetchesOnceAndSaysWhereItIs() throws IOException {
        Path file = home.resolve("archives/swpc/json/goes/primary/xrays-7-day.json");
        Program.Told told = novum("data", "get", XRAYS, "cern:545/Ymumu.csv").requireCode(ExitCode.OK);
        assertThat(told.out())
                .contains(file + "\nSHA-256 ", "as it first arrived\nFrom http://127.0.0.1:", home.resolve("archives/cern/545/Ymumu.csv") + "\n");
        assertThat(file).hasContent(answer);
        answer = "[]";
        novum("data", "get", XRAYS).requireCode(ExitCode.OK);
        assertThat(file).hasContent("[{\"flux\": 1e-6}]");
        assertThat(asked).containsExactly("/json/goes/primary/xrays-7-day.json", "/cern/record/545/files/Ymumu.csv");
        novum("data", "get", "--renew", XRAYS).requireCode(ExitCode.OK);
        assertThat(file).hasContent("[]");
        assertThat(novum("data", "verify").requireCode(ExitCode.OK).out()).containsPattern("ok +first fetched +" + file);
    }

    @Test
    void refusesWhatChangedInOneLine() throws IOException {
        novum("data", "get", XRAYS).requireCode(ExitCode.OK);
        Path file = home.resolve("archives/swpc/json/goes/primary/xrays-7-day.json");
        Files.writeString(file, "[]");
        novum("data", "get", XRAYS).requireCode(ExitCode.DATA).requireOneLine(XRAYS, "has changed since it was first fetched");
        assertThat(novum("data", "verify").requireCode(ExitCode.CHECK_FAILED).out()).containsPattern("changed +first fetched");
        Files.delete(file);
        assertThat(novum("data", "verify").requireCode(ExitCode.OK).out()).containsPattern("absent +first fetched");
        answer = "[]";
        novum("data", "get", XRAYS).requireCode(ExitCode.DATA).requireOneLine("sends other bytes than when it was first fetched", "--renew");
        assertThat(file).doesNotExist();
    }

    @Test
    void saysWhatIsWrongInOneLine() throws IOException {
        novum("data", "get", "cern:545").requireCode(ExitCode.USAGE).requireOneLine("cern:545: ", "write cern:RECORD/FILE");
        novum("data", "get", "cern:545/nothing.csv")
                .requireCode(ExitCode.NO_INPUT)
                .requireOneLine("the server has no such file (HTTP status 404)", "check the name among the files");
        novum("data", "get", "dataset:Ymumo").requireCode(ExitCode.NO_INPUT).requireOneLine("dataset:Ymumo: ", "did you mean Ymumu?");
        novum("data", "get", "--renew", "dataset:Ymumu").requireCode(ExitCode.USAGE).requireOneLine("the catalogue lists its digest");
        novum("data", "get", "--renew", "Ymumu").requireCode(ExitCode.USAGE).requireOneLine("the catalogue lists its digest");
        answer = "<html>log in</html>";
        novum("data", "get", "jsoc:hmi.sharp_720s").requireCode(ExitCode.DATA).requireOneLine("a web page instead of the file");
        Files.writeString(home.resolve("archives.yaml"), "swpc: nowhere");
        novum("data", "get", XRAYS).requireCode(ExitCode.CONFIGURATION).requireOneLine("swpc", "archives.yaml", "NOVUM_HOST_SWPC");
    }
}
