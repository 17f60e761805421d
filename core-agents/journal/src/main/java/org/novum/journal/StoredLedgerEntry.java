package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * An entry of an experiment's ledger as a store keeps it: plain columns, so that a damaged entry can still be read and
 * named.
 *
 * @param header where it stands
 * @param content what it says
 * @param previousHash hash of the entry before it
 * @param hash SHA-256 over every other field
 */
public record StoredLedgerEntry(LedgerEntry.Header header, Content content, String previousHash, String hash) {

    /**
     * What an entry says, as text.
     *
     * @param kind simple name of the {@link LedgerRecord} type
     * @param subject what there is only one of per kind: hash of the registration, or digest of an opening's content
     * @param payload everything else, as canonical JSON
     */
    public record Content(String kind, String subject, String payload) {}

    /** The columns of a record. */
    public static Content encode(LedgerRecord record) {
        return LedgerCodec.encode(record);
    }

    /** Seals what {@link #encode} gave behind its predecessor. */
    public static StoredLedgerEntry seal(LedgerEntry.Header header, Content content, Digest previous) {
        return new StoredLedgerEntry(
                header,
                content,
                previous.hex(),
                hash(header, content, previous.hex()).hex());
    }

    /** The hash this entry should have. */
    public Digest expectedHash() {
        return hash(header, content, previousHash);
    }

    /**
     * The entry as typed values.
     *
     * @throws JournalException when the text is not what the kind promises
     */
    public LedgerEntry decode() {
        try {
            return new LedgerEntry(header, LedgerCodec.decode(content), new Digest(previousHash), new Digest(hash));
        } catch (JournalException e) {
            throw new JournalException(
                    "ledger entry %d (%s) cannot be read: %s"
                            .formatted(header.sequence(), content.kind(), e.getMessage()),
                    e);
        }
    }

    /** The line of this entry in a snapshot. */
    ObjectNode line() {
        ObjectNode line = body(header, content, previousHash);
        line.set("payload", CanonicalJson.parse(content.payload().getBytes(StandardCharsets.UTF_8)));
        return line.put("hash", hash);
    }

    /** Reads a line of a snapshot. */
    static StoredLedgerEntry ofLine(JsonNode line) {
        return new StoredLedgerEntry(
                new LedgerEntry.Header(
                        JsonFields.number(line, "sequence"),
                        JsonFields.text(line, "experiment"),
                        JsonFields.number(line, "recordedAt")),
                new Content(
                        JsonFields.text(line, "kind"),
                        JsonFields.text(line, "subject"),
                        new String(CanonicalJson.bytes(JsonFields.at(line, "payload")), StandardCharsets.UTF_8)),
                JsonFields.text(line, "previousHash"),
                JsonFields.text(line, "hash"));
    }

    private static Digest hash(LedgerEntry.Header header, Content content, String previousHash) {
        return CanonicalJson.digest(body(header, content, previousHash));
    }

    private static ObjectNode body(LedgerEntry.Header header, Content content, String previousHash) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sequence", header.sequence())
                .put("experiment", header.experiment())
                .put("recordedAt", header.recordedAt())
                .put("kind", content.kind())
                .put("subject", content.subject())
                .put("payload", content.payload())
                .put("previousHash", previousHash);
    }
}
