package org.novum.server.mcp;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.novum.api.event.RunEvent;
import org.novum.runtime.RunListener;
import org.novum.server.Served;

/**
 * The protocol over two streams, a message a line, until the client closes the first.
 *
 * <p>Source: Model Context Protocol, stdio transport.
 */
public final class McpOverStreams {
    /** A study may take hours; the client decides how long it waits. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private McpOverStreams() {}

    /** Serves until the input ends. */
    public static void serve(Served served, InputStream in, OutputStream out) throws InterruptedException {
        McpFeatures features = new McpFeatures(served);
        WholeLines output = new WholeLines(out);
        MessageLines input = new MessageLines(in, output);
        McpSyncServer server = McpServer.sync(new StdioServerTransportProvider(McpFeatures.json(), input, output))
                .jsonMapper(McpFeatures.json())
                .jsonSchemaValidator(McpFeatures.noValidator())
                .serverInfo(McpFeatures.implementation())
                .instructions(McpFeatures.INSTRUCTIONS)
                .capabilities(McpFeatures.capabilities())
                .requestTimeout(PATIENCE)
                .tools(features.tools().stream()
                        .map(tool -> McpServerFeatures.SyncToolSpecification.builder()
                                .tool(tool)
                                .callHandler((exchange, request) -> features.call(request, progress(exchange, request)))
                                .build())
                        .toList())
                .resources(features.studies().stream()
                        .map(study -> new McpServerFeatures.SyncResourceSpecification(
                                study, (_, request) -> features.read(request)))
                        .toList())
                .resourceTemplates(new McpServerFeatures.SyncResourceTemplateSpecification(
                        McpFeatures.results(), (_, request) -> features.read(request)))
                .build();
        input.awaitEnd();
        server.closeGracefully();
    }

    /** Tells the client how far a call is, at most once a second, if it asked to be told. */
    private static RunListener progress(McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
        Object token = request.progressToken();
        if (token == null) {
            return RunListener.NONE;
        }
        long[] told = {System.nanoTime()};
        return event -> {
            if (event instanceof RunEvent.Progressed at) {
                synchronized (told) {
                    if (System.nanoTime() - told[0] >= BETWEEN.toNanos()) {
                        told[0] = System.nanoTime();
                        exchange.progressNotification(new McpSchema.ProgressNotification(
                                token, at.done(), (double) at.total(), at.what()));
                    }
                }
            }
        };
    }
}
