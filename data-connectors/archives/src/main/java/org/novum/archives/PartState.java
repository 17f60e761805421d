package org.novum.archives;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Which version of a file the part of a download belongs to (RFC 9110, sections 8.8 and 13.1.5). It is kept beside the part,
 * so that a later program can resume.
 *
 * @param validator a strong entity tag, or a time of change that is strong enough for a range; empty if the server told none
 * @param total bytes of the whole file, or -1
 */
record PartState(String validator, long total) {
    /** Of a part that nothing is known of. */
    static final PartState UNKNOWN = new PartState("", -1);

    /** A time of change shortly before the answer may hide a second change. */
    private static final Duration SETTLED = Duration.ofSeconds(60);

    /** What an answer with the whole file tells. */
    static PartState of(HttpResponse<?> whole) {
        return new PartState(validator(whole), whole.headers().firstValueAsLong("Content-Length").orElse(-1));
    }

    /** Whether an answer with a range belongs to another version. */
    boolean contradicts(HttpResponse<?> range, long rangeTotal) {
        String other = validator(range);
        boolean sameKind = validator.startsWith("\"") == other.startsWith("\"");
        return (!validator.isEmpty() && !other.isEmpty() && sameKind && !validator.equals(other))
                || (total >= 0 && rangeTotal >= 0 && total != rangeTotal);
    }

    /** What was kept beside a part. */
    static PartState read(Path part) throws IOException {
        Path file = file(part);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() == 2 && lines.get(1).matches("-?\\d{1,18}")
                ? new PartState(lines.get(0), Long.parseLong(lines.get(1)))
                : UNKNOWN;
    }

    /** Keeps it beside a part. */
    void write(Path part) throws IOException {
        Files.write(file(part), List.of(validator, Long.toString(total)));
    }

    /** Forgets a part and its state. */
    static void discard(Path part) throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(file(part));
    }

    private static Path file(Path part) {
        return part.resolveSibling(part.getFileName() + ".state");
    }

    private static String validator(HttpResponse<?> response) {
        Optional<String> tag = response.headers().firstValue("ETag").filter(text -> text.matches("\"[\\x21\\x23-\\x7E]*\""));
        return tag.or(() -> settledChange(response)).orElse("");
    }

    private static Optional<String> settledChange(HttpResponse<?> response) {
        Optional<String> changed = response.headers().firstValue("Last-Modified").map(String::strip);
        Optional<ZonedDateTime> answered = response.headers().firstValue("Date").flatMap(PartState::date);
        return changed.filter(text -> date(text)
                .flatMap(time -> answered.map(now -> Duration.between(time, now).compareTo(SETTLED) >= 0))
                .orElse(false));
    }

    /** A date of HTTP, if it is one. */
    static Optional<ZonedDateTime> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty(); // not a date: what it was meant to say is not understood, and nothing rests on it
        }
    }
}
