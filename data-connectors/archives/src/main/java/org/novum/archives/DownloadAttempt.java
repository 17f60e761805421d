package org.novum.archives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.archives.Wanted.Expected;

/**
 * One request for what is still missing of a file (RFC 9110: ranges in section 14, {@code If-Range} in 13.1.5,
 * {@code Retry-After} in 10.2.3).
 *
 * <p>A part is continued if the server says that it is of the same version, or if the catalogue lists the digest of the
 * whole, which would tell a mixture.
 *
 * @param client that asks
 * @param settings how patient to be
 * @param wanted what is wanted
 * @param progress hears of the bytes
 */
record DownloadAttempt(HttpClient client, FetchSettings settings, Wanted wanted, FetchProgress progress) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern UNSATISFIED = Pattern.compile("bytes \\*/(\\d{1,18})");
    private static final int BUFFER = 1 << 16;
    /** A compressed file is smaller than its content, but for a little where nothing can be compressed. */
    private static final long ALLOWANCE = 1 << 20;

    /** How an attempt ended. */
    sealed interface Outcome {
        /** The server said that this was all. */
        record Complete() implements Outcome {}

        /** The connection failed or broke; another attempt may get further. */
        record Broken(String reason) implements Outcome {}

        /** The part cannot be continued: it begins anew. */
        record Restarted(String reason) implements Outcome {}

        /** The server asks to come back later. */
        record Wait(String reason, Duration pause) implements Outcome {}

        /** The server has no such file. */
        record Absent(String reason) implements Outcome {}

        /** The server asks for a permission that nobody has. */
        record Forbidden(String reason) implements Outcome {}

        /** The server will not give the file. */
        record Refused(String reason) implements Outcome {}
    }

    /**
     * Asks for the bytes behind those that are there.
     *
     * @throws IOException if the disk does not take them
     */
    Outcome run(Path part) throws IOException {
        PartState state = PartState.read(part);
        boolean unknown = state.validator().isEmpty() && !(wanted.expected() instanceof Expected.Listed);
        if (!unknown || !Files.exists(part)) {
            return ask(part, state);
        }
        PartState.discard(part);
        Outcome outcome = ask(part, PartState.UNKNOWN);
        // What comes now replaces what came before: it is no progress, however long it is.
        return outcome instanceof Outcome.Broken broken ? new Outcome.Restarted(broken.reason()) : outcome;
    }

    private Outcome ask(Path part, PartState state) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpResponse<InputStream> response;
        progress.asks(wanted.name(), wanted.url().getHost());
        try {
            response = Redirects.follow(client, wanted.url(), place -> request(place, have, state));
        } catch (Redirects.Astray e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome.Broken(ConnectionFault.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Refused("the download was interrupted");
        } finally {
            progress.answered(wanted.name());
        }
        try (InputStream body = response.body()) {
            return receive(response, body, part, have);
        }
    }

    private HttpRequest request(URI place, long have, PartState state) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place)
                .timeout(settings.connect())
                .header("User-Agent", "novum")
                .header("Accept-Encoding", "identity");
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            if (!state.validator().isEmpty()) {
                request.header("If-Range", state.validator());
            }
        }
        return request.build();
    }

    private Outcome receive(HttpResponse<InputStream> response, InputStream body, Path part, long have)
            throws IOException {
        int status = response.statusCode();
        return switch (status) {
            case 200 -> whole(response, body, part, have);
            case 206 -> range(response, body, part, have);
            case 416 -> behindTheEnd(response, part, have);
            case 408, 425, 429, 500, 502, 503, 504 ->
                new Outcome.Wait("HTTP status " + status, retryAfter(response).orElse(Duration.ZERO));
            case 404, 410 -> new Outcome.Absent("HTTP status " + status);
            case 401, 403 -> new Outcome.Forbidden("HTTP status " + status);
            default -> new Outcome.Refused("HTTP status " + status);
        };
    }

    private Outcome whole(HttpResponse<?> response, InputStream body, Path part, long have) throws IOException {
        Optional<String> coding = response.headers()
                .firstValue("Content-Encoding")
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.matches("|identity|gzip|x-gzip"));
        if (coding.isPresent()) {
            return new Outcome.Refused("it sends a content coding that nobody asked for");
        }
        PartState state = PartState.of(response);
        PartState.discard(part);
        state.write(part);
        Outcome outcome = copy(body, part, 0, state.total());
        if (outcome instanceof Outcome.Refused) {
            PartState.discard(part);
        }
        return have > 0 && outcome instanceof Outcome.Broken broken ? new Outcome.Restarted(broken.reason()) : outcome;
    }

    private Outcome range(HttpResponse<?> response, InputStream body, Path part, long have) throws IOException {
        Optional<Matcher> range = response.headers()
                .firstValue("Content-Range")
                .map(CONTENT_RANGE::matcher)
                .filter(Matcher::matches);
        if (have == 0 || range.filter(each -> Long.parseLong(each.group(1)) == have).isEmpty()) {
            PartState.discard(part);
            return new Outcome.Restarted("the server sent another range than it was asked for");
        }
        String stated = range.get().group(3);
        long total = stated.equals("*") ? -1 : Long.parseLong(stated);
        if (PartState.read(part).contradicts(response, total)) {
            PartState.discard(part);
            return new Outcome.Restarted("the file changed while it was fetched");
        }
        Outcome outcome = copy(body, part, have, total);
        boolean all = total < 0 || !(outcome instanceof Outcome.Complete) || Files.size(part) >= total;
        return all ? outcome : new Outcome.Broken("the server sent less than the range it was asked for");
    }

    /** Nothing lies behind what is there: it is complete, or it is not a beginning of this file. */
    private Outcome behindTheEnd(HttpResponse<?> response, Path part, long have) throws IOException {
        boolean complete = response.headers()
                .firstValue("Content-Range")
                .map(UNSATISFIED::matcher)
                .filter(Matcher::matches)
                .map(total -> Long.parseLong(total.group(1)) == have)
                .orElse(wanted.expected() instanceof Expected.Listed);
        if (have > 0 && complete) {
            return new Outcome.Complete();
        }
        PartState.discard(part);
        return new Outcome.Restarted("the server has less than the part that came before");
    }

    private Outcome copy(InputStream body, Path part, long from, long total) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long have = from;
        long limit = limit(total);
        StandardOpenOption how = from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
                StallGuard guard = new StallGuard(body, settings.stall())) {
            while (true) {
                int count;
                try {
                    count = body.read(buffer);
                } catch (IOException e) {
                    return new Outcome.Broken(guard.stalled() ? stall() : ConnectionFault.of(e));
                }
                if (guard.stalled()) {
                    return new Outcome.Broken(stall());
                }
                guard.moved();
                if (count < 0) {
                    progress.at(wanted.name(), have, have);
                    return new Outcome.Complete();
                }
                out.write(buffer, 0, count);
                have += count;
                progress.at(wanted.name(), have, total >= have ? total : -1);
                if (have > limit) {
                    return tooMuch(limit);
                }
            }
        }
    }

    private long limit(long total) {
        return switch (wanted.expected()) {
            case Expected.Listed listed -> listed.bytes() + ALLOWANCE;
            case Expected.Trusted _, Expected.Unknown _, Expected.Renewed _ -> total >= 0 ? total : settings.largest();
        };
    }

    private Outcome tooMuch(long limit) {
        return wanted.expected() instanceof Expected.Listed
                ? new Outcome.Complete() // more than it can be: the check of its content will say so
                : new Outcome.Refused("it sends more than " + limit + " bytes and no end");
    }

    private String stall() {
        return "no bytes came for " + settings.stall().toSeconds() + " s";
    }

    /** Seconds, or a date, which is compared with the server's own clock. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(text -> {
            if (text.strip().matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
            }
            return PartState.date(text)
                    .flatMap(until -> response.headers()
                            .firstValue("Date")
                            .flatMap(PartState::date)
                            .map(now -> Duration.between(now, until)))
                    .filter(pause -> !pause.isNegative());
        });
    }
}
