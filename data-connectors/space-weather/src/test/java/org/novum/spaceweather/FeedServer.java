package org.novum.spaceweather;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server on this machine that replays answers by path; others get 404. */
final class FeedServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** One answer. */
    record Answer(int status, String body, String retryAfter) {}

    FeedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers of a path, one after the other; the last one stays. */
    FeedServer on(String path, Answer... script) {
        answers.put(path, new ArrayDeque<>(List.of(script)));
        return this;
    }

    FeedServer on(String path, String body) {
        return on(path, ok(body));
    }

    static Answer ok(String body) {
        return new Answer(200, body, "");
    }

    static Answer status(int status) {
        return new Answer(status, "", "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        Deque<Answer> script = answers.get(exchange.getRequestURI().getPath());
        Answer answer = status(404);
        if (script != null) {
            synchronized (script) {
                answer = script.size() > 1 ? script.remove() : script.element();
            }
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** What was asked, path and query. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    Hosts hosts() {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Hosts(uri, uri, uri, uri);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
