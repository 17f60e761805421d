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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A local server that speaks OpenAI's chat completions, streamed or whole, and behaves as a test wants: honest, wrong,
 * slow, busy, or broken off in the middle.
 *
 * <p>A call whose {@code Idempotency-Key} has been answered before gets the same answer again and is charged once, as a
 * provider does that honours such keys, unless its {@link Conduct} says otherwise. Tokens are counted as a quarter of the
 * characters, rounded up.
 */
public final class ChatServer implements AutoCloseable {
    /** The name under which the server's model answers. */
    public static final String REVISION = "scripted-2026-01-01";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final Conduct conduct;
    private final List<ChatCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, ChatAnswer> answered = new ConcurrentHashMap<>();
    private final List<Charge> charges = new CopyOnWriteArrayList<>();

    private ChatServer(HttpServer server, Conduct conduct) {
        this.server = server;
        this.conduct = conduct;
    }

    /** What a provider charges. */
    public enum Charging {
        /** A call once, however often it comes under its key. */
        ONCE_A_KEY,
        /** Whatever comes, keys or not. */
        EACH_TIME
    }

    /** Moments of a call, in their order. */
    public enum Moment {
        /** The request is here, nothing is decided. */
        ARRIVED,
        /** The call is charged, nothing is sent. */
        CHARGED,
        /** Half of the answer is sent. */
        HALF_SENT,
        /** All of the answer is sent but the mark of its end. */
        BEFORE_END
    }

    /** Is told of each moment, on the thread of the call, which waits for it. */
    @FunctionalInterface
    public interface Watch {
        /** Does nothing. */
        Watch NONE = (moment, call) -> {};

        /** The call has come this far. */
        void reached(Moment moment, ChatCall call);
    }

    /**
     * How the server behaves.
     *
     * @param behaviour what it answers
     * @param charging what it charges
     * @param watch who is told of each moment
     */
    public record Conduct(Function<ChatCall, ChatAnswer> behaviour, Charging charging, Watch watch) {}

    /**
     * A charged answer.
     *
     * @param key of its call
     * @param tokens sent and received
     */
    public record Charge(String key, long tokens) {}

    /** Starts a server on a free port of the loopback address. */
    public static ChatServer start(Function<ChatCall, ChatAnswer> behaviour) {
        return start(new Conduct(behaviour, Charging.ONCE_A_KEY, Watch.NONE));
    }

    /** Starts a server of this conduct on a free port of the loopback address. */
    public static ChatServer start(Conduct conduct) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ChatServer chat = new ChatServer(http, conduct);
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
        return charges.size();
    }

    /** What was charged, in order. */
    public List<Charge> charges() {
        return List.copyOf(charges);
    }

    /** Begins a new account: calls, charges and answers are forgotten. */
    public synchronized void forget() {
        calls.clear();
        charges.clear();
        answered.clear();
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
            conduct.watch().reached(Moment.ARRIVED, call);
            ChatAnswer answer = decide(call);
            conduct.watch().reached(Moment.CHARGED, call);
            answer(exchange, call, answer);
        }
    }

    /** What was said whole is kept under its key; failures are not. */
    private synchronized ChatAnswer decide(ChatCall call) {
        boolean remembers = conduct.charging() == Charging.ONCE_A_KEY && !call.key().isEmpty();
        ChatAnswer before = remembers ? answered.get(call.key()) : null;
        if (before != null) {
            return before;
        }
        ChatAnswer answer = conduct.behaviour().apply(call);
        switch (answer) {
            case ChatAnswer.Text(String text) -> charge(call, delta(text));
            case ChatAnswer.Tools(List<ChatAnswer.Wish> wishes) -> charge(call, delta(wishes));
            case ChatAnswer.Status _, ChatAnswer.Raw _, ChatAnswer.CutAfter _, ChatAnswer.EndsEarly _, ChatAnswer.Slow _ -> {
                return answer;
            }
        }
        if (remembers) {
            answered.put(call.key(), answer);
        }
        return answer;
    }

    private void charge(ChatCall call, ObjectNode delta) {
        charges.add(new Charge(call.key(), input(call) + tokens(delta.toString())));
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private void answer(HttpExchange exchange, ChatCall call, ChatAnswer answer) throws IOException {
        switch (answer) {
            case ChatAnswer.Text(String text) -> whole(exchange, call, delta(text), "stop");
            case ChatAnswer.Tools(List<ChatAnswer.Wish> wishes) -> whole(exchange, call, delta(wishes), "tool_calls");
            case ChatAnswer.Status(int code) -> {
                byte[] body = "{\"error\":{\"message\":\"told to fail\"}}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(code, body.length);
                exchange.getResponseBody().write(body);
            }
            case ChatAnswer.Raw(int code, Map<String, String> headers, String text) -> {
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
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

    private void whole(HttpExchange exchange, ChatCall call, ObjectNode delta, String finish) throws IOException {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        long input = input(call);
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
        String content = delta.path("content").asText();
        int half = content.offsetByCodePoints(0, content.codePointCount(0, content.length()) / 2);
        if (half > 0) {
            send(out, chunk(delta(content.substring(0, half)), null));
            conduct.watch().reached(Moment.HALF_SENT, call);
            send(out, chunk(delta(content.substring(half)), null));
        } else {
            send(out, chunk(delta, null));
            conduct.watch().reached(Moment.HALF_SENT, call);
        }
        conduct.watch().reached(Moment.BEFORE_END, call);
        ObjectNode last = chunk(JsonNodeFactory.instance.objectNode(), finish);
        send(out, last);
        ObjectNode counted = JsonNodeFactory.instance.objectNode();
        counted.put("id", "c").put("object", "chat.completion.chunk").put("model", REVISION).putArray("choices");
        counted.set("usage", usage);
        send(out, counted);
        out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(OutputStream out, JsonNode chunk) throws IOException {
        out.write(event(chunk).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static long input(ChatCall call) {
        return tokens(call.body().path("messages").toString());
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
