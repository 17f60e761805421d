package org.novum.spaceweather;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.novum.api.ExitCode;

/**
 * Fetches JSON over HTTP, and tries again, with growing pauses, what may pass: lost connections, broken documents, and
 * answers 408, 429 and 5xx.
 */
public final class FeedClient implements AutoCloseable {
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final Patience patience;

    /** @param patience how long a feed is tried */
    public FeedClient(Patience patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** What one attempt gave. */
    private sealed interface Attempt {
        record Got(JsonNode document) implements Attempt {}

        record Passing(String reason, Duration asked) implements Attempt {}

        record Refused(String reason) implements Attempt {}
    }

    /**
     * The document at an address.
     *
     * @throws FeedException if it cannot be had within the patience
     */
    public JsonNode get(URI address) {
        for (int failures = 1; ; failures++) {
            switch (attempt(address)) {
                case Attempt.Got got -> {
                    return got.document();
                }
                case Attempt.Refused refused -> throw unavailable(address, refused.reason());
                case Attempt.Passing passing -> {
                    if (failures >= patience.attempts()) {
                        throw unavailable(address, passing.reason() + ", " + failures + " attempts");
                    }
                    if (passing.asked().compareTo(patience.longestPause()) > 0) {
                        throw unavailable(
                                address, passing.reason() + ", try again in " + passing.asked().toSeconds() + " s");
                    }
                    Duration own = patience.pause(failures);
                    pause(address, passing.asked().compareTo(own) > 0 ? passing.asked() : own);
                }
            }
        }
    }

    private Attempt attempt(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience.timeout())
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            int status = response.statusCode();
            if (status == 200) {
                JsonNode document = json.readTree(response.body());
                return document.isContainerNode()
                        ? new Attempt.Got(document)
                        : new Attempt.Passing("the answer holds no JSON document", Duration.ZERO);
            }
            boolean passing = status == 408 || status == 429 || status >= 500;
            return passing ? new Attempt.Passing("status " + status, asked(response)) : new Attempt.Refused("status " + status);
        } catch (JsonProcessingException broken) {
            return new Attempt.Passing("broken JSON: " + broken.getOriginalMessage(), Duration.ZERO);
        } catch (IOException lost) {
            // A refused connection has no message, only a class.
            String reason = lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage();
            return new Attempt.Passing(reason, Duration.ZERO);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Attempt.Refused("interrupted");
        }
    }

    /** What {@code Retry-After} asks for, in seconds; a date there is answered with our own pause. */
    private static Duration asked(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private static void pause(URI address, Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable(address, "interrupted");
        }
    }

    private static FeedException unavailable(URI address, String reason) {
        return new FeedException(
                ExitCode.UNAVAILABLE,
                address + " cannot be fetched (" + reason + "); check the network, or name another host");
    }

    @Override
    public void close() {
        http.close();
    }
}
