package org.novum.server.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novum.runtime.RunListener;
import org.novum.server.Served;
import reactor.core.publisher.Mono;

/**
 * The protocol over HTTP: one JSON-RPC message a request, answered in the same exchange, without sessions.
 *
 * <p>Source: Model Context Protocol, Streamable HTTP transport, where a server answers a request with a single JSON object.
 */
public final class McpOverHttp implements AutoCloseable {
    private final McpJsonMapper mapper = McpFeatures.json();
    private final Transport transport = new Transport();
    private final McpStatelessSyncServer server;

    /** @param served operations and studies */
    public McpOverHttp(Served served) {
        McpFeatures features = new McpFeatures(served);
        this.server = McpServer.sync(transport)
                .jsonMapper(mapper)
                .jsonSchemaValidator(McpFeatures.noValidator())
                .serverInfo(McpFeatures.implementation())
                .instructions(McpFeatures.INSTRUCTIONS)
                .capabilities(McpFeatures.capabilities())
                // Calls already run on workers, and know their own limit.
                .immediateExecution(true)
                .tools(features.tools().stream()
                        .map(tool -> new McpStatelessServerFeatures.SyncToolSpecification(
                                tool, (_, request) -> features.call(request, RunListener.NONE)))
                        .toList())
                .resources(features.studies().stream()
                        .map(study -> new McpStatelessServerFeatures.SyncResourceSpecification(
                                study, (_, request) -> features.read(request)))
                        .toList())
                .resourceTemplates(new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
                        McpFeatures.results(), (_, request) -> features.read(request)))
                .build();
    }

    /**
     * The response to a request; nothing to a notification.
     *
     * @param json a JSON-RPC message
     */
    public Optional<String> answer(String json) throws IOException {
        McpSchema.JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(mapper, json);
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.of(error(McpSchema.ErrorCodes.PARSE_ERROR, "the body is no JSON-RPC message"));
        }
        McpStatelessServerHandler handler = Objects.requireNonNull(transport.handler, "the server sets it");
        return switch (message) {
            case McpSchema.JSONRPCRequest request ->
                Optional.of(mapper.writeValueAsString(handler.handleRequest(McpTransportContext.EMPTY, request).block()));
            case McpSchema.JSONRPCNotification note -> {
                handler.handleNotification(McpTransportContext.EMPTY, note).block();
                yield Optional.empty();
            }
            // A client that answers was not asked.
            default -> Optional.empty();
        };
    }

    private String error(int code, String message) throws IOException {
        return mapper.writeValueAsString(
                McpSchema.JSONRPCResponse.error("", new McpSchema.JSONRPCResponse.JSONRPCError(code, message)));
    }

    @Override
    public void close() {
        server.closeGracefully();
    }

    private static final class Transport implements McpStatelessServerTransport {
        private volatile @Nullable McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler given) {
            handler = given;
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }
}
