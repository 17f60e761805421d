package org.novum.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request for what is still missing of a file (RFC 9110: ranges in section 14, {@code Retry-After} in 10.2.3).
 *
 * @param client that asks
 * @param settings how patient to be
 * @param entry that is wanted; it has a URL
 * @param progress hears of the bytes
 */
record DownloadAttempt(HttpClient client, FetchSettings settings, CatalogueEntry entry, FetchProgress progress) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
    private static final int BUFFER = 1 << 16;
    /** A compressed file is smaller than its content, but for a little where nothing can be compressed. */
    private static final long ALLOWANCE = 1 << 20;

    /** How an attempt ended. */
    sealed interface Outcome {
        /** The server said that this was all. */
        record Complete() implements Outcome {}

        /** The connection failed or broke; another attempt may get further. */
        record Broken(String reason) implements Outcome {}

        /** The server asks to come back later. */
        record Wait(String reason, Duration pause) implements Outcome {}

        /** The server will not give the file. */
        record Refused(String reason) implements Outcome {}
    }

    /**
     * Asks for the bytes behind those that are there.
     *
     * @throws IOException if the disk does not take them
     */
    Outcome run(Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(entry.url().orElseThrow())
                .timeout(settings.connect())
                .header("User-Agent", "novum")
                .header("Accept-Encoding", "identity");
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            return new Outcome.Broken(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused("the download was interrupted");
        }
        try (InputStream body = response.body()) {
            return receive(response, body, part, have);
        }
    }

    private Outcome receive(HttpResponse<InputStream> response, InputStream body, Path part, long have)
            throws IOException {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> copy(body, part, 0, length(response));
            case 206 -> {
                if (rangeStart(response).filter(start -> start == have).isEmpty()) {
                    Files.deleteIfExists(part);
                    yield new Outcome.Broken("the server sent another range than it was asked for");
                }
                yield copy(body, part, have, have + length(response));
            }
            case 416 -> {
                // Nothing lies behind what is there: it is complete, or it is not a beginning of this file.
                yield new Outcome.Complete();
            }
            case 408, 425, 429, 500, 502, 503, 504 ->
                new Outcome.Wait("HTTP status " + status, retryAfter(response).orElse(Duration.ZERO));
            default -> new Outcome.Refused("HTTP status " + status);
        };
    }

    private Outcome copy(InputStream body, Path part, long from, long total) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long have = from;
        StandardOpenOption how = from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
                StallGuard guard = new StallGuard(body, settings.stall())) {
            while (true) {
                int count;
                try {
                    count = body.read(buffer);
                } catch (IOException e) {
                    return new Outcome.Broken(guard.stalled() ? stall() : reason(e));
                }
                if (guard.stalled()) {
                    return new Outcome.Broken(stall());
                }
                guard.moved();
                if (count < 0) {
                    return new Outcome.Complete();
                }
                out.write(buffer, 0, count);
                have += count;
                progress.at(entry.name(), have, total >= have ? total : -1);
                if (have > entry.bytes() + ALLOWANCE) {
                    return new Outcome.Complete(); // more than it can be: the check of its content will say so
                }
            }
        }
    }

    private String stall() {
        return "no bytes came for " + settings.stall().toMillis() + " ms";
    }

    private static long length(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(-1);
    }

    private static Optional<Long> rangeStart(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Range")
                .map(CONTENT_RANGE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Long.parseLong(matcher.group(1)));
    }

    /** Seconds, or a date, which is compared with the server's own clock. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(text -> {
            if (text.strip().matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
            }
            return date(text)
                    .flatMap(until -> response.headers()
                            .firstValue("Date")
                            .flatMap(DownloadAttempt::date)
                            .map(now -> Duration.between(now, until)))
                    .filter(pause -> !pause.isNegative());
        });
    }

    private static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty(); // not a date: the server's wish is not understood, and our own pause applies
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return e.getClass().getSimpleName() + message;
    }
}
