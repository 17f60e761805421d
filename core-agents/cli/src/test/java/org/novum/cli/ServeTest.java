package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.NovumException;
import org.novum.archives.ArchivePlaces;
import org.novum.runtime.Observers;
import org.novum.server.http.HttpDoor;
import org.novum.server.http.HttpOptions;
import org.novum.server.mcp.McpOverStreams;

/** Operations as callers over HTTP and over the Model Context Protocol meet them. */
class ServeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATION = "/v1/operations/mean-shift.summary";
    private static final String PARAMETERS =
            "\"parameters\": {\"response\": \"growth\", \"group\": \"treatment\", \"first\": \"treated\", \"second\": \"control\"}";
    private static final String NORTH = "{\"in\": [\"north.csv\"], " + PARAMETERS + "}";
    private static final long LIMIT = 1000;

    @TempDir
    private Path folder;

    private Serving serving;
    private HttpDoor door;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() throws IOException {
        FieldTrial.write(folder);
        Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        Path data = folder.resolve("data");
        Files.createSymbolicLink(data.resolve("link.csv"), folder.resolve("secret.csv"));
        Files.createDirectory(folder.resolve("uploads"));
        Workbench workbench = new Workbench(
                Observers.NONE,
                new Workbench.Surroundings(
                        InstantSource.system(), new ArchivePlaces(folder.resolve("home"), Optional.empty())));
        serving = new Serving(workbench, List.of(data, folder.resolve("uploads")), 1);
        door = HttpDoor.open(serving.served(), options(Optional.empty()));
    }

    private HttpOptions options(Optional<String> token) {
        return new HttpOptions("127.0.0.1", 0, token, Optional.of(folder.resolve("uploads")), LIMIT);
    }

    @AfterEach
    void close() {
        door.close();
        client.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + path))
                .method(method, BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void tellsWhatThereIs() throws Exception {
        JsonNode about = JSON.readTree(send("GET", "/v1", "").body());
        assertThat(about.path("name").asText()).isEqualTo("novum");
        JsonNode operations = JSON.readTree(send("GET", "/v1/operations", "").body()).path("operations");
        assertThat(operations.findValuesAsText("name"))
                .contains("solar-flare.train", "solar-flare.forecast", "solar-flare.evaluate", "solar-flare.explain");
        JsonNode forecast = JSON.readTree(send("GET", "/v1/operations/solar-flare.forecast", "").body());
        assertThat(forecast.at("/parameters/properties/srs/x-names-file").asBoolean()).isTrue();
        assertThat(forecast.at("/parameters/properties/scope/x-names-file").isMissingNode()).isTrue();
    }

    @Test
    void callsAnOperationAndRecordsTheLook() throws Exception {
        String body = NORTH;
        HttpResponse<String> json = send("POST", OPERATION, body);
        assertThat(json.statusCode()).describedAs(json.body()).isEqualTo(200);
        assertThat(JSON.readTree(json.body()).path("rows")).isNotEmpty();
        HttpResponse<String> csv = send("POST", OPERATION, body, "Accept", "image/png;q=1, text/csv;q=0.9, */*;q=0.1");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(csv.body().lines().findFirst().orElse("")).contains(",");
        assertThat(send("POST", OPERATION, body, "Accept", "application/vnd.apache.arrow.file").body()).startsWith("ARROW1");
        assertThat(send("POST", OPERATION, body, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(folder.resolve("home")).isDirectoryRecursivelyContaining(file -> file.getFileName().toString().contains("looks"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"in": ["../secret.csv"]}                               | 403 | is not served
            {"in": ["link.csv"]}                                    | 403 | is not served
            {"in": ["li?k.csv"]}                                    | 403 | leads out of it
            {"in": ["**/north.csv"]}                                | 403 | leads out of it
            {"in": ["."]}                                           | 403 | leads out of it
            {"in": ["/etc/hostname"]}                               | 403 | is not served
            {"in": ["file:///etc/hostname"]}                        | 403 | is not served
            {"in": ["n*.csv/../../secret.csv"]}                     | 403 | is not served
            {"in": ["http://127.0.0.1/x.csv"]}                      | 403 | is not served
            {"in": ["absent.csv"]}                                  | 403 | is not served
            {"in": [1]}                                             | 400 | no text
            {"in": ["north.csv"], "rows": 3}                        | 400 | 'rows' is unknown
            {"in": ["north.csv"], "parameters": {"no": 1}}          | 400 | no is unknown
            {"in": ["north.csv"]                                    | 400 | line 1, column
            {"parameters": {"response": "growth", "group": "treatment", "first": "a", "second": "b"}} | 400 | no data are named
            """)
    void refusesInOneLine(String body, int status, String words) throws Exception {
        HttpResponse<String> told = send("POST", OPERATION, body);
        assertThat(told.statusCode()).describedAs(told.body()).isEqualTo(status);
        assertThat(told.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(told.body()).path("detail").asText()).contains(words).doesNotContain("\n");
    }

    @Test
    void tellsNoFolderOfTheServer() throws Exception {
        Files.writeString(folder.resolve("data/broken.csv"), "plant,growth,treatment\n1,tall,treated\n2,1.5,control\n");
        HttpResponse<String> told = send("POST", OPERATION, NORTH.replace("north", "broken"));
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("broken.csv").doesNotContain(folder.toString());
        assertThat(send("POST", "/v1/operations/no.such", "{}").statusCode()).isEqualTo(404);
        String deep = "[".repeat(5000) + "]".repeat(5000);
        assertThat(send("POST", OPERATION, "{\"in\": " + deep + "}").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void namesOfFilesAmongParametersPassTheSameGate() throws Exception {
        for (String parameter : List.of("model", "srs", "flares")) {
            HttpResponse<String> told = send(
                    "POST",
                    "/v1/operations/solar-flare.forecast",
                    "{\"in\": [\"north.csv\"], \"parameters\": {\"" + parameter + "\": \"../secret.csv\"}}");
            assertThat(told.statusCode()).describedAs(parameter).isEqualTo(403);
        }
    }

    /** A parameter that names a file is marked, or callers could read what they may not. */
    @Test
    void everyParameterThatSpeaksOfAFileIsMarked() throws Exception {
        JsonNode operations = JSON.readTree(send("GET", "/v1/operations", "").body()).path("operations");
        for (JsonNode operation : operations) {
            operation.at("/parameters/properties").properties().forEach(parameter -> {
                String meaning = parameter.getValue().path("description").asText();
                if (meaning.matches("(?i)(for full-disk: )?(file|table|folder|path|flare list)\\b.*")) {
                    assertThat(parameter.getValue().path("x-names-file").asBoolean())
                            .describedAs(operation.path("name").asText() + " " + parameter.getKey())
                            .isTrue();
                }
            });
        }
    }

    @Test
    void takesFilesWholeOrNotAtAll() throws Exception {
        String rows = Files.readString(folder.resolve("data/north.csv")).lines().limit(20).reduce("", (a, b) -> a + b + "\n");
        assertThat(send("PUT", "/v1/data/mine.csv", rows).statusCode()).isEqualTo(201);
        assertThat(folder.resolve("uploads/mine.csv")).hasContent(rows);
        assertThat(send("POST", OPERATION, NORTH.replace("north", "mine")).statusCode()).isEqualTo(200);
        assertThat(send("PUT", "/v1/data/..%2Fx.csv", "a").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/v1/data/.hidden", "a").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/v1/data/long.csv", "a".repeat((int) LIMIT + 1)).statusCode()).isEqualTo(413);
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://localhost:" + door.port() + "/v1/data/long.csv"))
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofString("a".repeat((int) LIMIT + 1))))
                .build();
        assertThat(client.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("mine.csv");
        }
    }

    @Test
    void turnsAwayOtherSitesAndCallersWithoutTheToken() throws Exception {
        assertThat(send("GET", "/v1", "", "Origin", "http://pages.example").statusCode()).isEqualTo(403);
        assertThat(send("GET", "/v1", "", "Origin", "http://localhost:3000").statusCode()).isEqualTo(200);
        door.close();
        door = HttpDoor.open(serving.served(), options(Optional.of("opensesame")));
        assertThat(send("GET", "/v1", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/v1", "", "Authorization", "Bearer other").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/v1", "", "Authorization", "Bearer opensesame").statusCode()).isEqualTo(200);
        assertThatThrownBy(
                        () -> new HttpOptions("0.0.0.0", 0, Optional.empty(), Optional.empty(), LIMIT))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("NOVUM_TOKEN");
    }

    @Test
    void speaksTheModelContextProtocolOverHttp() throws Exception {
        JsonNode begun = rpc("initialize", "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}");
        assertThat(begun.at("/result/serverInfo/name").asText()).isEqualTo("novum");
        assertThat(rpc("tools/list", "{}").at("/result/tools").findValuesAsText("name"))
                .contains("solar-flare_forecast", "particle-decay_fit", "spectra_redshift", "study_run");
        JsonNode called = rpc("tools/call", "{\"name\":\"mean-shift_summary\",\"arguments\":" + NORTH + "}");
        assertThat(called.at("/result/isError").asBoolean()).describedAs(called.toString()).isFalse();
        assertThat(called.at("/result/structuredContent/rows").asInt()).isPositive();
        JsonNode refused = rpc("tools/call", "{\"name\":\"mean-shift_summary\",\"arguments\":" + NORTH.replace("north", "../secret") + "}");
        assertThat(refused.at("/result/isError").asBoolean()).isTrue();
        assertThat(refused.at("/result/content/0/text").asText()).contains("is not served");
        assertThat(send("POST", "/mcp", "nonsense").body()).contains("-32700");
    }

    private JsonNode rpc(String method, String params) throws IOException, InterruptedException {
        return JSON.readTree(send("POST", "/mcp", message(7, method, params)).body());
    }

    private static String message(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @Test
    void speaksTheModelContextProtocolOverStreams() throws Exception {
        try (var toServer = new PipedOutputStream();
                var in = new PipedInputStream(toServer, 1 << 16);
                var fromServer = new PipedInputStream(1 << 20);
                var out = new PipedOutputStream(fromServer)) {
            Thread server = Thread.ofPlatform().start(() -> {
                try {
                    McpOverStreams.serve(serving.served(), in, out);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            var answers = new BufferedReader(new InputStreamReader(fromServer, StandardCharsets.UTF_8));
            for (String line : Arrays.asList(
                    "garbage",
                    "{\"jsonrpc\":\"2.0\"",
                    "",
                    message(1, "initialize", "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}"),
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                    message(2, "tools/call", "{\"name\":\"mean-shift_summary\",\"arguments\":" + NORTH + "}"))) {
                toServer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                toServer.flush();
            }
            assertThat(answers.readLine()).contains("-32700");
            assertThat(answers.readLine()).contains("-32700");
            assertThat(answers.readLine()).contains("\"id\":1", "novum");
            assertThat(JSON.readTree(answers.readLine()).at("/result/structuredContent/rows").asInt()).isPositive();
            toServer.close();
            server.join();
        }
    }
}
