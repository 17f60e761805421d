package org.novum.runtime.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Map;
import java.util.TreeMap;
import org.novum.journal.CanonicalJson;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;

/**
 * Every call of a model or of a foreign tool in a run, from its journal: who was asked, with which parameters, what it cost, and
 * the blobs of request and reply.
 */
final class OutsideCalls {
    private OutsideCalls() {}

    /** The calls of models as a file; empty where none was asked. */
    static Optional<byte[]> ofModels(JournalReader journal) {
        return of(journal, "model-answered");
    }

    /** The calls of foreign tools as a file; empty where none was asked. */
    static Optional<byte[]> ofTools(JournalReader journal) {
        return of(journal, "tool-called");
    }

    private static Optional<byte[]> of(JournalReader journal, String type) {
        Map<String, String> outputs = new TreeMap<>();
        journal.records(JournalRecord.Result.class)
                .forEach(result -> outputs.put(result.step(), result.output().blobReference()));
        ArrayNode calls = JsonNodeFactory.instance.arrayNode();
        journal.records(JournalRecord.Event.class).stream()
                .filter(event -> event.type().equals(type))
                .map(JournalRecord.Event::payload)
                .forEach(call -> {
                    ObjectNode line = calls.addObject();
                    line.setAll((ObjectNode) call);
                    line.remove("type");
                    String step = call.path("step").asText();
                    line.put("request", outputs.get(step + "/request")).put("reply", outputs.get(step));
                });
        return calls.isEmpty() ? Optional.empty() : Optional.of(CanonicalJson.pretty(calls));
    }
}
