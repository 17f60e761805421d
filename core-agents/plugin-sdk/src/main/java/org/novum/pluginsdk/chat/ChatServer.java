package org.novum.pluginsdk.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A local server that speaks OpenAI's chat completions, streamed or whole, and behaves as a test wants: honest, wrong,
 * slow, busy, or broken off in the middle.
 *
 * <p>A call whose {@code Idempotency-Key} has been answered before gets the same answer again and is charged once, as a
 * provider does that honours such keys. Tokens are counted as a quarter of the characters, rounded up.
 */
public final class ChatServer implements AutoCloseable {
    /** The name under which the server's model answers. */
    public static final String REVISION = "scripted-2026-01-01";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final Function<ChatCall, ChatAnswer> behaviour;
    private final List<ChatCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, ChatAnswer> answered = new ConcurrentHashMap<>();
    private final AtomicInteger charged = new AtomicInteger();

    private ChatServer(HttpServer server, Function<ChatCall, ChatAnswer> behaviour) {
        this.server = server;
        this.behaviour = behaviour;
    }

    /** Starts a server on a free port of the loopback address. */
    public static ChatServer start(Function<ChatCall, ChatAnswer> behaviour) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ChatServer chat = new ChatServer(http, behaviour);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/v1/chat/completions", chat::serve);
            http.start();
            return chat;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What {@code baseUrl} is to be. */
    public URI baseUrl() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/v1");
    }

    /** Every call that arrived, repeated ones included, in order of arrival. */
    public List<ChatCall> calls() {
        return List.copyOf(calls);
    }

    /** How many calls were answered and charged: repeated ones with the same key count once. */
    public int charged() {
        return charged.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            ChatCall call;
            synchronized (this) {
                call = new ChatCall(calls.size() + 1, header(exchange, "Idempotency-Key"), header(exchange, "Authorization"), body);
                calls.add(call);
            }
            answer(exchange, call, decide(call));
        }
    }

    /** What was said whole is kept under its key; failures are not. */
    private ChatAnswer decide(ChatCall call) {
        ChatAnswer before = call.key().isEmpty() ? null : answered.get(call.key());
        if (before != null) {
            return before;
        }
        ChatAnswer answer = behaviour.apply(call);
        if (answer instanceof ChatAnswer.Text || answer instanceof ChatAnswer.Tools) {
            charged.incrementAndGet();
            if (!call.key().isEmpty()) {
                answered.put(call.key(), answer);
            }
        }
        return answer;
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void answer(HttpExchange exchange, ChatCall call, ChatAnswer answer) throws IOException {
        switch (answer) {
            case ChatAnswer.Text(String text) -> whole(exchange, call, delta(text), "stop");
            case ChatAnswer.Tools(List<ChatAnswer.Wish> wishes) -> whole(exchange, call, delta(wishes), "tool_calls");
            case ChatAnswer.Status(int code) -> {
                byte[] body = "{\"error\":{\"message\":\"told to fail\"}}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(code, body.length);
                exchange.getResponseBody().write(body);
            }
            case ChatAnswer.CutAfter(String text) -> {
                // More is promised than is sent, so that the connection ends in the middle of the body.
                byte[] event = event(chunk(delta(text), null)).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, event.length + 1000L);
                exchange.getResponseBody().write(event);
                exchange.getResponseBody().flush();
            }
            case ChatAnswer.EndsEarly(String text) -> {
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(event(chunk(delta(text), null)).getBytes(StandardCharsets.UTF_8));
            }
            case ChatAnswer.Slow(Duration pause, String text) -> {
                LockSupport.parkNanos(pause.toNanos());
                whole(exchange, call, delta(text), "stop");
            }
        }
    }

    private static void whole(HttpExchange exchange, ChatCall call, ObjectNode delta, String finish) throws IOException {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        long input = tokens(call.body().path("messages").toString());
        long output = tokens(delta.toString());
        usage.put("prompt_tokens", input).put("completion_tokens", output).put("total_tokens", input + output);
        if (!call.body().path("stream").asBoolean()) {
            ObjectNode reply = JsonNodeFactory.instance.objectNode();
            reply.put("id", "c" + call.number()).put("object", "chat.completion").put("model", REVISION);
            ObjectNode choice = reply.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
            choice.set("message", delta.put("role", "assistant"));
            reply.set("usage", usage);
            byte[] body = MAPPER.writeValueAsBytes(reply);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(event(chunk(delta, null)).getBytes(StandardCharsets.UTF_8));
        out.flush();
        ObjectNode last = chunk(JsonNodeFactory.instance.objectNode(), finish);
        out.write(event(last).getBytes(StandardCharsets.UTF_8));
        ObjectNode counted = JsonNodeFactory.instance.objectNode();
        counted.put("id", "c").put("object", "chat.completion.chunk").put("model", REVISION).putArray("choices");
        counted.set("usage", usage);
        out.write(event(counted).getBytes(StandardCharsets.UTF_8));
        out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode delta(String text) {
        return JsonNodeFactory.instance.objectNode().put("content", text);
    }

    private static ObjectNode delta(List<ChatAnswer.Wish> wishes) {
        ObjectNode delta = JsonNodeFactory.instance.objectNode();
        ArrayNode calls = delta.putArray("tool_calls");
        for (int i = 0; i < wishes.size(); i++) {
            ObjectNode call = calls.addObject().put("index", i).put("id", "call-" + i).put("type", "function");
            call.putObject("function").put("name", wishes.get(i).name()).put("arguments", wishes.get(i).arguments());
        }
        return delta;
    }

    private static ObjectNode chunk(ObjectNode delta, @Nullable String finish) {
        ObjectNode chunk = JsonNodeFactory.instance.objectNode();
        chunk.put("id", "c").put("object", "chat.completion.chunk").put("model", REVISION);
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
        choice.set("delta", delta);
        return chunk;
    }

    private static String event(JsonNode json) {
        return "data: " + json + "\n\n";
    }

    private static long tokens(String text) {
        return (text.length() + 3) / 4;
    }
}
