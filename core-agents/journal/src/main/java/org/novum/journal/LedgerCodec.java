package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.novum.journal.LedgerRecord.Decided;
import org.novum.journal.LedgerRecord.Opened;
import org.novum.journal.LedgerRecord.Registered;
import org.novum.journal.Registration.Requester;
import org.novum.journal.Registration.Stake;
import org.novum.journal.StoredLedgerEntry.Content;

/** Records of an experiment's ledger to columns and back. */
final class LedgerCodec {

    private LedgerCodec() {}

    static Content encode(LedgerRecord record) {
        return switch (record) {
            case Registered(Registration registration) ->
                new Content("Registered", registration.hash().toString(), text(registered(registration)));
            case Decided(Digest registration, JsonNode decision) ->
                new Content("Decided", registration.toString(), text(decision));
            case Opened opened -> {
                byte[] payload = CanonicalJson.bytes(opened(opened));
                yield new Content("Opened", Digest.of(payload).toString(), new String(payload, StandardCharsets.UTF_8));
            }
        };
    }

    static LedgerRecord decode(Content content) {
        JsonNode payload = CanonicalJson.parse(content.payload().getBytes(StandardCharsets.UTF_8));
        Digest subject = Digest.parse(content.subject());
        return switch (content.kind()) {
            case "Registered" ->
                new Registered(new Registration(
                        subject,
                        requester(payload),
                        JsonFields.at(payload, "members"),
                        new Stake(digests(JsonFields.at(payload, "data")), JsonFields.fraction(payload, "share"))));
            case "Decided" -> new Decided(subject, payload);
            case "Opened" ->
                new Opened(
                        Digest.parse(JsonFields.text(payload, "partition")),
                        requester(payload),
                        JsonFields.at(payload, "payload"));
            default -> throw new JournalException("unknown kind of ledger entry '" + content.kind() + "'");
        };
    }

    private static ObjectNode registered(Registration registration) {
        ObjectNode node = requester(registration.requester());
        node.set("members", registration.members());
        ArrayNode data = node.putArray("data");
        registration.stake().data().forEach(digest -> data.add(digest.toString()));
        return node.put("share", registration.stake().share());
    }

    private static ObjectNode opened(Opened opened) {
        ObjectNode node = requester(opened.requester())
                .put("partition", opened.partition().toString());
        node.set("payload", opened.payload());
        return node;
    }

    private static ObjectNode requester(Requester requester) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("study", requester.study())
                .put("runId", requester.runId());
    }

    private static Requester requester(JsonNode payload) {
        return new Requester(JsonFields.text(payload, "study"), JsonFields.text(payload, "runId"));
    }

    private static List<Digest> digests(JsonNode array) {
        List<Digest> digests = new ArrayList<>();
        array.forEach(item -> digests.add(Digest.parse(item.asText())));
        return digests;
    }

    private static String text(JsonNode payload) {
        return new String(CanonicalJson.bytes(payload), StandardCharsets.UTF_8);
    }
}
