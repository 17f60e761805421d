package org.novum.models.live;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a provider over HTTP: streamed, read up to a size, and over when it is closed, whatever the provider goes on
 * to send. Of a refusal it keeps how long the provider asks to be left alone.
 */
final class Exchange implements dev.langchain4j.http.client.HttpClient, AutoCloseable {
    /** Of a refusal, enough to tell why. */
    private static final int REFUSAL_BYTES = 64 * 1024;

    private final HttpClient http;
    private final Duration timeout;
    private final long mostBytes;

    /**
     * @param timeout until it is connected, and until the reply begins
     * @param mostBytes of the body of a reply
     */
    Exchange(Duration timeout, long mostBytes) {
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).build();
        this.timeout = timeout;
        this.mostBytes = mostBytes;
    }

    /** A refusal with what it asks for. */
    static final class Declined extends HttpException {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration pause;

        private Declined(int status, String body, @Nullable Duration pause) {
            super(status, body);
            this.pause = pause;
        }

        /** How long the provider asks to be left alone, if it says so. */
        Optional<Duration> pause() {
            return Optional.ofNullable(pause);
        }
    }

    /** The body of a reply is longer than any reply to the request can be. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        private TooLong(long most) {
            super("a reply of more than " + most + " bytes");
        }
    }

    /** For LangChain4j, which asks a builder; the times of this exchange stay. */
    HttpClientBuilder builder() {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return timeout;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration other) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return timeout;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration other) {
                return this;
            }

            @Override
            public dev.langchain4j.http.client.HttpClient build() {
                return Exchange.this;
            }
        };
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("replies are streamed");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Thread.ofVirtual().name("model-exchange").start(() -> stream(request, parser, listener));
    }

    private void stream(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = http.send(translated(request), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() / 100 != 2) {
                    String told = new String(body.readNBytes(REFUSAL_BYTES), StandardCharsets.UTF_8);
                    listener.onError(new Declined(response.statusCode(), told, pause(response)));
                    return;
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(new Bounded(body), listener);
                listener.onClose();
            }
        } catch (HttpTimeoutException late) {
            listener.onError(new TimeoutException(late));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            listener.onError(interrupted);
        } catch (IOException | RuntimeException failed) {
            listener.onError(failed);
        }
    }

    private java.net.http.HttpRequest translated(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(timeout)
                .method(
                        request.method().name(),
                        request.body() == null
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** {@code Retry-After} of RFC 9110, in seconds or as a date, which is taken from the provider's own clock. */
    private static @Nullable Duration pause(HttpResponse<?> response) {
        String asked = response.headers().firstValue("Retry-After").orElse("").strip();
        if (asked.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(asked));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME);
            ZonedDateTime now = ZonedDateTime.parse(
                    response.headers().firstValue("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME);
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    /** A body that breaks off when it is too long. */
    private final class Bounded extends InputStream {
        private final InputStream body;
        private long read;

        Bounded(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = body.read(into, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > mostBytes) {
                throw new TooLong(mostBytes);
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
