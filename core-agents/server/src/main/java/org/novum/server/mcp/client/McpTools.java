package org.novum.server.mcp.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.study.ForeignServer;
import org.novum.runtime.tool.ForeignText;
import org.novum.runtime.tool.ToolLine;
import org.novum.runtime.tool.ToolSource;

/**
 * Lines to foreign servers over the Model Context Protocol: to a program's standard input and output, and over streamable
 * HTTP. Nothing is offered to a server: no roots, no sampling, no questions to the user.
 */
public final class McpTools implements ToolSource {
    /** Of the own environment, a program gets what programs need to start, and nothing else unasked. */
    private static final List<String> USUAL =
            List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "SystemRoot", "TEMP", "PATHEXT", "APPDATA", "USERPROFILE");

    private final Function<String, Optional<String>> variables;

    /** @param variables the value of a variable, if it is set */
    public McpTools(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    @Override
    public ToolLine open(String name, ForeignServer server) {
        CompletableFuture<Void> broken = new CompletableFuture<>();
        return switch (server.reach()) {
            case ForeignServer.Program program -> {
                Map<String, String> given = values(name, program.env());
                ForeignText text = new ForeignText(List.copyOf(given.values()));
                Map<String, String> environment = new LinkedHashMap<>();
                USUAL.forEach(usual -> Optional.ofNullable(System.getenv(usual)).ifPresent(value -> environment.put(usual, value)));
                environment.putAll(given);
                List<String> words = new ArrayList<>(List.of(program.command()));
                words.addAll(program.arguments());
                McpClientTransport transport =
                        new ProgramTransport(new ProgramTransport.Start(words, environment), server.limits().bytes(), broken, json());
                yield McpLine.open(new McpLine.Peer(name, server.limits(), text), transport, broken);
            }
            case ForeignServer.Address address -> {
                Map<String, String> given = values(name, address.token().isEmpty() ? List.of() : List.of(address.token()));
                ForeignText text = new ForeignText(List.copyOf(given.values()));
                yield McpLine.open(new McpLine.Peer(name, server.limits(), text), http(address, server.limits(), given), broken);
            }
        };
    }

    private Map<String, String> values(String server, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(
                    name,
                    variables.apply(name).orElseThrow(() -> new NovumException(
                            ExitCode.CONFIGURATION,
                            "tools." + server + ": the variable " + name + " is not set; set it in the environment or in"
                                    + " secrets.properties of NOVUM_HOME")));
        }
        return values;
    }

    /** Redirections are not followed: they would lead to another server than the one that is named. */
    private static McpClientTransport http(ForeignServer.Address address, ForeignServer.Limits limits, Map<String, String> token) {
        URI url = URI.create(address.url());
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return HttpClientStreamableHttpTransport.builder(url.getScheme() + "://" + url.getRawAuthority())
                .endpoint(path)
                .jsonMapper(json())
                .clientBuilder(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER))
                .connectTimeout(Duration.ofMillis(Math.round(1000 * limits.seconds())))
                .maxResponseSize(limits.bytes())
                .openConnectionOnStartup(false)
                .resumableStreams(false)
                .httpRequestCustomizer((request, _, _, _, _) ->
                        token.values().forEach(value -> request.setHeader("Authorization", "Bearer " + value)))
                .build();
    }

    private static McpJsonMapper json() {
        return new JacksonMcpJsonMapper(new ObjectMapper());
    }
}
