package org.novum.server.mcp.client;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The protocol over a program's standard input and output, a message a line. Unlike the library's own transport it bounds what
 * it reads, tells at once when the program ends, and gives the program no environment but the one that is meant for it.
 *
 * <p>Source: Model Context Protocol, stdio transport.
 */
final class ProgramTransport implements McpClientTransport {
    /** Lines that are no messages, such as greetings, before a program is taken for one that does not speak the protocol. */
    private static final int MOST_NOISE = 100;

    private static final int KEPT_OF_ERRORS = 400;
    private static final long ENDING_SECONDS = 2;

    private final Start start;
    private final int bytes;
    private final CompletableFuture<Void> broken;
    private final McpJsonMapper mapper;
    private final StringBuffer errors = new StringBuffer();
    private @Nullable Process process;
    private BrokenLine absent = new BrokenLine("its program is not there");

    /**
     * How the program is started.
     *
     * @param words command and arguments
     * @param environment all that it has
     */
    record Start(List<String> words, Map<String, String> environment) {}

    /** No message will come any more. */
    static final class BrokenLine extends IOException {
        private static final long serialVersionUID = 1;

        BrokenLine(String problem) {
            super(problem);
        }
    }

    /**
     * @param start of the program
     * @param bytes of the longest message
     * @param broken failed when the program ends or does not keep to the protocol
     * @param mapper of messages
     */
    ProgramTransport(Start start, int bytes, CompletableFuture<Void> broken, McpJsonMapper mapper) {
        this.start = start;
        this.bytes = bytes;
        this.broken = broken;
        this.mapper = mapper;
    }

    @Override
    public Mono<Void> connect(Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
        return Mono.fromRunnable(() -> {
            ProcessBuilder builder = new ProcessBuilder(start.words());
            builder.environment().clear();
            builder.environment().putAll(start.environment());
            try {
                Process started = builder.start();
                process = started;
                Thread.ofVirtual().start(() -> listen(started, handler));
                Thread.ofVirtual().start(() -> keepErrors(started.getErrorStream()));
            } catch (IOException refused) {
                absent = new BrokenLine("its program cannot be started: " + refused.getMessage());
                broken.completeExceptionally(absent);
            }
        });
    }

    private void listen(Process started, Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
        int noise = 0;
        try (InputStream in = new BufferedInputStream(started.getInputStream())) {
            for (String line = line(in); line != null; line = line(in)) {
                McpSchema.JSONRPCMessage message = message(line);
                if (message != null) {
                    handler.apply(Mono.just(message)).subscribe(_ -> { }, _ -> { });
                } else if (!line.isBlank() && ++noise > MOST_NOISE) {
                    throw new BrokenLine("its program writes what are no messages");
                }
            }
            int code = started.waitFor(ENDING_SECONDS, TimeUnit.SECONDS) ? started.exitValue() : -1;
            String last = errors.toString().strip();
            broken.completeExceptionally(new BrokenLine("its program has ended"
                    + (code == -1 ? "" : " with code " + code)
                    + (last.isEmpty() ? "" : ", saying: " + last.substring(last.lastIndexOf('\n') + 1))));
        } catch (IOException failed) {
            broken.completeExceptionally(
                    failed instanceof BrokenLine ? failed : new BrokenLine("its program cannot be heard: " + failed.getMessage()));
            end(started);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            broken.completeExceptionally(new BrokenLine("interrupted"));
        }
    }

    private @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            }
            if (line.size() >= bytes) {
                throw new BrokenLine("sent more than " + bytes + " bytes");
            }
            line.write(one);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private McpSchema.@Nullable JSONRPCMessage message(String line) {
        try {
            return McpSchema.deserializeJsonRpcMessage(mapper, line);
        } catch (IOException | IllegalArgumentException none) {
            return null;
        }
    }

    private void keepErrors(InputStream stream) {
        byte[] block = new byte[1024];
        try (stream) {
            for (int read = stream.read(block); read >= 0; read = stream.read(block)) {
                errors.append(new String(block, 0, read, StandardCharsets.UTF_8));
                if (errors.length() > KEPT_OF_ERRORS) {
                    errors.delete(0, errors.length() - KEPT_OF_ERRORS);
                }
            }
        } catch (IOException _) {
            // The program has gone; what it said until then is kept.
        }
    }

    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
        return Mono.fromCallable(() -> {
            Process started = process;
            if (started == null) {
                throw absent;
            }
            byte[] line = (mapper.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
            OutputStream out = started.getOutputStream();
            synchronized (this) {
                out.write(line);
                out.flush();
            }
            return message;
        }).then();
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(() -> {
            Process started = process;
            if (started != null) {
                end(started);
            }
        });
    }

    @Override
    public void close() {
        closeGracefully().block();
    }

    /** Closes its input, which ends a program that keeps to the protocol; otherwise ends it and what it has started. */
    private static void end(Process started) {
        List<ProcessHandle> children = started.descendants().toList();
        try {
            started.getOutputStream().close();
        } catch (IOException _) {
            // It has gone already.
        }
        try {
            if (!started.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                started.destroy();
                if (!started.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                    started.destroyForcibly();
                }
            }
        } catch (InterruptedException interrupted) {
            started.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return mapper.convertValue(data, type);
    }
}
