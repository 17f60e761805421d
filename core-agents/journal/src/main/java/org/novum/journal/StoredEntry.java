package org.novum.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a store keeps it: plain columns, so that a damaged entry can still be read and named.
 *
 * @param header where it stands
 * @param content what it says
 * @param previousHash hash of the entry before it
 * @param hash SHA-256 over every other field
 */
public record StoredEntry(JournalEntry.Header header, Content content, String previousHash, String hash) {

    /**
     * What an entry says, as text.
     *
     * @param kind simple name of the {@link JournalRecord} type
     * @param step name of the step, for the kinds that have one
     * @param stepKind kind of the step, for intents
     * @param payload everything else, as canonical JSON
     */
    public record Content(
            String kind, @Nullable String step, @Nullable String stepKind, String payload) {}

    /** Encodes and seals a record behind its predecessor. */
    public static StoredEntry seal(JournalEntry.Header header, JournalRecord record, Digest previous) {
        Content content = RecordCodec.encode(record);
        return new StoredEntry(
                header,
                content,
                previous.hex(),
                hash(header, content, previous.hex()).hex());
    }

    /** The hash this entry should have. */
    public Digest expectedHash() {
        return hash(header, content, previousHash);
    }

    /** The payload in UTF-8. */
    byte[] payloadBytes() {
        return content.payload().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The entry as typed values.
     *
     * @throws JournalException when the text is not what the kind promises
     */
    public JournalEntry decode() {
        try {
            return new JournalEntry(header, RecordCodec.decode(content), new Digest(previousHash), new Digest(hash));
        } catch (JournalException e) {
            throw new JournalException(
                    "entry %d (%s) cannot be read: %s".formatted(header.sequence(), content.kind(), e.getMessage()), e);
        }
    }

    /** The payload enters as text: a damaged one must still hash, to something else. */
    private static Digest hash(JournalEntry.Header header, Content content, String previousHash) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("sequence", header.sequence());
        body.put("runId", header.runId());
        body.put("epoch", header.epoch());
        body.put("recordedAt", header.recordedAt());
        body.put("kind", content.kind());
        body.put("step", content.step());
        body.put("stepKind", content.stepKind());
        body.put("payload", content.payload());
        body.put("previousHash", previousHash);
        return CanonicalJson.digest(body);
    }
}
