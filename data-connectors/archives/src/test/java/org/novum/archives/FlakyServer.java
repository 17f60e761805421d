package org.novum.archives;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that misbehaves as it is told, request by request, and after that behaves. */
final class FlakyServer implements AutoCloseable {
    private final HttpServer server;
    private final byte[] content;
    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();

    /** Answers one request. */
    interface Behaviour {
        void answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    FlakyServer(byte[] content, Behaviour... script) throws IOException {
        this.content = content;
        this.script.addAll(List.of(script));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        String range = exchange.getRequestHeaders().getFirst("Range");
        paths.add(exchange.getRequestURI().toString());
        ranges.add(range == null ? "all" : range);
        Behaviour next;
        synchronized (script) {
            next = script.isEmpty() ? behaving() : script.remove();
        }
        try (exchange) {
            next.answer(exchange, content);
        } finally {
            running.decrementAndGet();
        }
    }

    URI uri() {
        return URI.create(base() + "/files/Ymumu.csv");
    }

    String base() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was asked for, path and query, or the whole address by those who take this server for a proxy. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    /** The Range header of each request, or {@code all}. */
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    /** For each request whether it asked for {@code all} or for a {@code part}: how much of what was sent a client read is chance. */
    List<String> kinds() {
        return ranges().stream().map(range -> range.equals("all") ? "all" : "part").toList();
    }

    int mostAtOnce() {
        return mostRunning.get();
    }

    /** Honours ranges. */
    static Behaviour behaving() {
        return (exchange, content) -> {
            int from = from(exchange);
            if (from >= content.length) {
                exchange.sendResponseHeaders(416, -1);
            } else {
                sendRange(exchange, content, from, content.length);
            }
        };
    }

    /** Honours ranges and closes the connection after so many bytes. */
    static Behaviour dropping(int bytes) {
        return (exchange, content) -> {
            sendRange(exchange, content, from(exchange), from(exchange) + bytes);
            letRead();
        };
    }

    /** A client forgets what it did not read before a connection broke; a moment lets it read. */
    static void letRead() {
        try {
            if (new java.util.concurrent.CountDownLatch(1).await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Knows no ranges. */
    static Behaviour ignoringRanges() {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        };
    }

    /** States a length that is too short, and sends as much. */
    static Behaviour cuttingShort(int bytes) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, bytes);
            exchange.getResponseBody().write(content, 0, bytes);
        };
    }

    /** Answers a range with another one. */
    static Behaviour sendingAnotherRange() {
        return (exchange, content) -> {
            exchange.getResponseHeaders().add("Content-Range", "bytes 0-9/" + content.length);
            exchange.sendResponseHeaders(206, 10);
            exchange.getResponseBody().write(content, 0, 10);
        };
    }

    /** Sends other bytes. */
    static Behaviour sending(byte[] other) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, other.length);
            exchange.getResponseBody().write(other);
        };
    }

    /** Sends a status and headers, name by value. */
    static Behaviour status(int status, String... headers) {
        return (exchange, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** States this length, whatever it sends. */
    static Behaviour stating(String length) {
        return (exchange, content) -> {
            exchange.getResponseHeaders().set("Content-length", length);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
        };
    }

    /** Sends some bytes and then nothing until the client has gone. */
    static Behaviour stalling(int bytes, java.util.concurrent.CountDownLatch released) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static int from(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    }

    private static void sendRange(HttpExchange exchange, byte[] content, int from, int to) throws IOException {
        int length = content.length - from;
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
        exchange.getResponseBody().write(content, from, Math.min(to, content.length) - from);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
