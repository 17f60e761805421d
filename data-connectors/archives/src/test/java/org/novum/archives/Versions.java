package org.novum.archives;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;

/** Behaviours of a server that knows versions of a file by entity tags. */
final class Versions {
    private Versions() {}

    /** Honours ranges of this version, and closes the connection after so many bytes. */
    static FlakyServer.Behaviour dropping(String tag, byte[] version, int bytes) {
        return (exchange, content) -> {
            send(exchange, tag, version, bytes);
            if (bytes < version.length) {
                FlakyServer.letRead();
            }
        };
    }

    /** Honours ranges of this version. */
    static FlakyServer.Behaviour serving(String tag, byte[] version) {
        return dropping(tag, version, version.length);
    }

    /** Gives the range of this version that was asked for, whatever version was asked for. */
    static FlakyServer.Behaviour ignoringIfRange(String tag, byte[] version) {
        return (exchange, content) -> {
            exchange.getResponseHeaders().set("ETag", tag);
            range(exchange, version, from(exchange), version.length);
        };
    }

    /** Answers whatever was asked with a range. */
    static FlakyServer.Behaviour range(String contentRange, byte[] body) {
        return (exchange, content) -> {
            exchange.getResponseHeaders().set("Content-Range", contentRange);
            exchange.sendResponseHeaders(206, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** States a length, and sends something else. */
    static FlakyServer.Behaviour stating(int length, byte[] body) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(body, 0, Math.min(length, body.length));
        };
    }

    /** States no length, and sends this. */
    static FlakyServer.Behaviour chunked(byte[] body, String... headers) {
        return (exchange, content) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body);
        };
    }

    /** Sends elsewhere. */
    static FlakyServer.Behaviour redirecting(int status, String location) {
        return FlakyServer.status(status, "Location", location);
    }

    private static int from(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    }

    private static void send(HttpExchange exchange, String tag, byte[] version, int bytes) throws IOException {
        exchange.getResponseHeaders().set("ETag", tag);
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        int from = condition == null || condition.equals(tag) ? from(exchange) : 0;
        if (from == 0) {
            exchange.sendResponseHeaders(200, version.length);
            exchange.getResponseBody().write(version, 0, Math.min(bytes, version.length));
            exchange.getResponseBody().flush();
        } else {
            range(exchange, version, from, from + bytes);
        }
    }

    private static void range(HttpExchange exchange, byte[] version, int from, int to) throws IOException {
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (version.length - 1) + "/" + version.length);
        exchange.sendResponseHeaders(206, version.length - from);
        exchange.getResponseBody().write(Arrays.copyOfRange(version, from, Math.min(to, version.length)));
        exchange.getResponseBody().flush();
    }
}
