package org.novum.server.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * Passes on the lines of a client that are messages, and answers the others itself: the library would stop listening at
 * the first line that is none.
 */
final class MessageLines extends InputStream {
    private static final String BROKEN =
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"the line is no JSON-RPC message\"}}\n";

    private final BufferedReader in;
    private final OutputStream answers;
    private final McpJsonMapper mapper = McpFeatures.json();
    private final CountDownLatch ended = new CountDownLatch(1);
    private byte[] line = {};
    private int next;

    /**
     * @param in from the client
     * @param answers to it
     */
    MessageLines(InputStream in, OutputStream answers) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.answers = answers;
    }

    /** Waits until the client has closed its end. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public int read() throws IOException {
        return more() ? line[next++] & 0xFF : -1;
    }

    /** Gives no more than the rest of a line, so that no message waits for the next one. */
    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (!more()) {
            return -1;
        }
        int given = Math.min(count, line.length - next);
        System.arraycopy(line, next, into, from, given);
        next += given;
        return given;
    }

    private boolean more() throws IOException {
        while (next == line.length) {
            String text = in.readLine();
            if (text == null) {
                ended.countDown();
                return false;
            }
            if (isMessage(text)) {
                line = (text + "\n").getBytes(StandardCharsets.UTF_8);
                next = 0;
            } else if (!text.isBlank()) {
                answers.write(BROKEN.getBytes(StandardCharsets.UTF_8));
            }
        }
        return true;
    }

    private boolean isMessage(String text) {
        try {
            McpSchema.deserializeJsonRpcMessage(mapper, text);
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }
}
