package org.novum.server.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.novum.api.study.ForeignServer;
import org.novum.runtime.NovumVersion;
import org.novum.runtime.tool.ForeignText;
import org.novum.runtime.tool.OfferedTool;
import org.novum.runtime.tool.ToolException;
import org.novum.runtime.tool.ToolLine;
import org.novum.runtime.tool.ToolReply;
import reactor.core.publisher.Mono;

/** A line to one server by the protocol's own library, with bounds on what the server may take. */
final class McpLine implements ToolLine {
    /** A list of tools has no more pages and tools: a server could go on for ever. */
    private static final int PAGES = 50;

    private static final int MOST_TOOLS = 1000;
    private static final long CLOSING_SECONDS = 5;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Peer peer;
    private final McpAsyncClient client;
    private final CompletableFuture<Void> broken;

    /**
     * Whom the line leads to.
     *
     * @param name of the server in the study
     * @param limits of one answer
     * @param text cleaner of what it says
     */
    record Peer(String name, ForeignServer.Limits limits, ForeignText text) {}

    private McpLine(Peer peer, McpAsyncClient client, CompletableFuture<Void> broken) {
        this.peer = peer;
        this.client = client;
        this.broken = broken;
    }

    /** @param broken fails when the transport knows that no answer will come */
    static McpLine open(Peer peer, McpClientTransport transport, CompletableFuture<Void> broken) {
        Duration patience = Duration.ofMillis(Math.round(1000 * peer.limits().seconds()));
        // Arguments are checked before they come here, and results decide nothing.
        JsonSchemaValidator none = (_, value) -> JsonSchemaValidator.ValidationResponse.asValid(String.valueOf(value));
        McpAsyncClient client = McpClient.async(transport)
                .requestTimeout(patience)
                .initializationTimeout(patience)
                .clientInfo(new McpSchema.Implementation("novum", NovumVersion.current()))
                .capabilities(McpSchema.ClientCapabilities.builder().build())
                .jsonSchemaValidator(none)
                .build();
        McpLine line = new McpLine(peer, client, broken);
        try {
            line.await(client.initialize());
            return line;
        } catch (ToolException failed) {
            line.close();
            throw failed;
        }
    }

    @Override
    public List<OfferedTool> offer() {
        List<OfferedTool> tools = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < PAGES; page++) {
            McpSchema.ListToolsResult listed = await(client.listTools(cursor));
            listed.tools().forEach(tool -> tools.add(offered(tool)));
            cursor = listed.nextCursor();
            if (tools.size() > MOST_TOOLS) {
                break;
            }
            if (cursor == null || cursor.isEmpty()) {
                return tools;
            }
        }
        throw failed("its list of tools does not end after " + PAGES + " pages or " + MOST_TOOLS + " tools", ToolException.After.BROKEN);
    }

    private OfferedTool offered(McpSchema.Tool tool) {
        return new OfferedTool(
                peer.text().clean(String.valueOf(tool.name())),
                text(tool.title()),
                text(tool.description()),
                peer.text().clean(MAPPER.<JsonNode>valueToTree(tool.inputSchema())),
                peer.text().clean(MAPPER.<JsonNode>valueToTree(tool.outputSchema())));
    }

    private String text(@Nullable String said) {
        return said == null ? "" : peer.text().clean(said);
    }

    @Override
    public ToolReply call(String tool, JsonNode arguments) {
        Map<String, Object> given = MAPPER.convertValue(arguments, new com.fasterxml.jackson.core.type.TypeReference<>() {});
        McpSchema.CallToolResult result = await(client.callTool(new McpSchema.CallToolRequest(tool, given)));
        List<String> texts = new ArrayList<>();
        int others = 0;
        for (McpSchema.Content content : result.content() == null ? List.<McpSchema.Content>of() : result.content()) {
            if (content instanceof McpSchema.TextContent said) {
                texts.add(text(said.text()));
            } else {
                others++;
            }
        }
        JsonNode structured = peer.text().clean(MAPPER.<JsonNode>valueToTree(result.structuredContent()));
        long bytes = texts.stream().mapToLong(String::length).sum() + (structured.isNull() ? 0 : structured.toString().length());
        return new ToolReply(
                Boolean.TRUE.equals(result.isError()) ? ToolReply.Outcome.ERROR : ToolReply.Outcome.RESULT,
                texts,
                structured,
                others,
                bytes);
    }

    /** Waits for an answer, but no longer than it may take, and not for one that cannot come any more. */
    private <T> T await(Mono<T> asked) {
        CompletableFuture<T> answer = asked.toFuture();
        try {
            CompletableFuture.anyOf(answer, broken).get(Math.round(1000 * peer.limits().seconds()), TimeUnit.MILLISECONDS);
            return answer.get(0, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw failed("gave no answer within " + peer.limits().seconds() + " s", ToolException.After.BROKEN);
        } catch (ExecutionException failed) {
            throw told(failed.getCause() == null ? failed : failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("the call was interrupted", ToolException.After.BROKEN);
        }
    }

    private ToolException told(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            switch (at) {
                case McpError error when error.getJsonRpcError() != null -> {
                    return failed("answers with an error: " + error.getJsonRpcError().message(), ToolException.After.GOES_ON);
                }
                // The library hides the type.
                case Exception large when large.getClass().getSimpleName().startsWith("MaxSize") -> {
                    return failed("sent more than " + peer.limits().bytes() + " bytes", ToolException.After.BROKEN);
                }
                case TimeoutException _ -> {
                    return failed("gave no answer within " + peer.limits().seconds() + " s", ToolException.After.BROKEN);
                }
                case ProgramTransport.BrokenLine line -> {
                    return failed(line.getMessage(), ToolException.After.BROKEN);
                }
                case java.net.ConnectException _ -> {
                    return failed("nothing answers at its address", ToolException.After.BROKEN);
                }
                default -> { }
            }
        }
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return failed("does not speak the protocol as it should: " + said, ToolException.After.BROKEN);
    }

    private ToolException failed(String problem, ToolException.After after) {
        return new ToolException(peer.name(), peer.text().line(problem), after);
    }

    @Override
    public void close() {
        try {
            client.closeGracefully().toFuture().get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            client.close(); // it does not want to: hung up on
        }
    }
}
