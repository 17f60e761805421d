package org.novum.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.novum.journal.JournalRecord.Event;
import org.novum.journal.JournalRecord.Failed;
import org.novum.journal.JournalRecord.Intent;
import org.novum.journal.JournalRecord.LeaseTaken;
import org.novum.journal.JournalRecord.Opened;
import org.novum.journal.JournalRecord.Published;
import org.novum.journal.JournalRecord.Purpose;
import org.novum.journal.JournalRecord.Registered;
import org.novum.journal.JournalRecord.Result;
import org.novum.journal.JournalRecord.RunFinished;
import org.novum.journal.JournalRecord.RunStarted;
import org.novum.journal.StoredEntry.Content;

/** Records to columns and back. */
final class RecordCodec {

    private RecordCodec() {}

    static Content encode(JournalRecord record) {
        return switch (record) {
            case RunStarted(JsonNode payload) -> plain("RunStarted", payload);
            case RunFinished(JsonNode payload) -> plain("RunFinished", payload);
            case Event(String type, JsonNode payload) ->
                plain("Event", object("type", type).set("payload", payload));
            case Registered(Digest plan, JsonNode payload) ->
                plain("Registered", object("plan", plan.toString()).set("payload", payload));
            case Opened(Digest partition, Purpose purpose, JsonNode payload) ->
                plain("Opened", opened(partition, purpose).set("payload", payload));
            case Intent(Step(String name, StepKind kind, Digest input)) ->
                new Content("Intent", name, kind.name(), text(object("input", input.toString())));
            case Result(String step, Digest input, Digest output) ->
                new Content(
                        "Result",
                        step,
                        null,
                        text(object("input", input.toString()).put("output", output.blobReference())));
            case Failed(String step, String reason) ->
                new Content("Failed", step, null, text(object("reason", reason)));
            case Published(long event) ->
                plain("Published", JsonNodeFactory.instance.objectNode().put("event", event));
            case LeaseTaken(Lease(long epoch, String holder)) ->
                plain("LeaseTaken", object("holder", holder).put("epoch", epoch));
        };
    }

    static JournalRecord decode(Content content) {
        JsonNode payload = CanonicalJson.parse(content.payload().getBytes(StandardCharsets.UTF_8));
        return switch (content.kind()) {
            case "RunStarted" -> new RunStarted(payload);
            case "RunFinished" -> new RunFinished(payload);
            case "Event" -> new Event(JsonFields.text(payload, "type"), JsonFields.at(payload, "payload"));
            case "Registered" ->
                new Registered(Digest.parse(JsonFields.text(payload, "plan")), JsonFields.at(payload, "payload"));
            case "Opened" ->
                new Opened(
                        Digest.parse(JsonFields.text(payload, "partition")),
                        purpose(payload),
                        JsonFields.at(payload, "payload"));
            case "Intent" ->
                new Intent(
                        new Step(stepOf(content), stepKind(content), Digest.parse(JsonFields.text(payload, "input"))));
            case "Result" ->
                new Result(
                        stepOf(content),
                        Digest.parse(JsonFields.text(payload, "input")),
                        blob(JsonFields.text(payload, "output")));
            case "Failed" -> new Failed(stepOf(content), JsonFields.text(payload, "reason"));
            case "Published" -> new Published(JsonFields.number(payload, "event"));
            case "LeaseTaken" ->
                new LeaseTaken(new Lease(JsonFields.number(payload, "epoch"), JsonFields.text(payload, "holder")));
            default -> throw new JournalException("unknown kind of entry '" + content.kind() + "'");
        };
    }

    /** The digest in a {@code blob:sha256:…} text. */
    static Digest blob(String reference) {
        if (!reference.startsWith(Digest.BLOB_PREFIX)) {
            throw new JournalException("not a reference to a blob: " + reference);
        }
        return new Digest(reference.substring(Digest.BLOB_PREFIX.length()));
    }

    private static ObjectNode opened(Digest partition, Purpose purpose) {
        ObjectNode node = object("partition", partition.toString());
        return switch (purpose) {
            case Purpose.Exploration() -> node.put("purpose", "exploration");
            case Purpose.Confirmation(Digest plan) ->
                node.put("purpose", "confirmation").put("plan", plan.toString());
        };
    }

    private static Purpose purpose(JsonNode payload) {
        String purpose = JsonFields.text(payload, "purpose");
        return switch (purpose) {
            case "exploration" -> new Purpose.Exploration();
            case "confirmation" -> new Purpose.Confirmation(Digest.parse(JsonFields.text(payload, "plan")));
            default -> throw new JournalException("unknown purpose of an opening '" + purpose + "'");
        };
    }

    private static Content plain(String kind, JsonNode payload) {
        return new Content(kind, null, null, text(payload));
    }

    private static String text(JsonNode payload) {
        return new String(CanonicalJson.bytes(payload), StandardCharsets.UTF_8);
    }

    private static ObjectNode object(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    private static String stepOf(Content content) {
        return required(content.step(), "step");
    }

    private static StepKind stepKind(Content content) {
        String name = required(content.stepKind(), "step kind");
        for (StepKind kind : StepKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new JournalException("unknown kind of step '" + name + "'");
    }

    private static String required(@Nullable String value, String what) {
        if (value == null) {
            throw new JournalException("the " + what + " is missing");
        }
        return value;
    }
}
