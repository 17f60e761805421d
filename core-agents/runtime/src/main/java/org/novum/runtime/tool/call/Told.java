package org.novum.runtime.tool.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.novum.api.discipline.OperationResult;
import org.novum.runtime.model.Excerpt;
import org.novum.runtime.tool.ForeignText;
import org.novum.runtime.tool.ToolReply;

/** What a model is told of a call's end: a foreign value of bounded length. */
final class Told {
    /** No text is longer, in characters. */
    private static final int TEXT = 3000;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ForeignText PLAIN = new ForeignText(java.util.List.of());

    private Told() {}

    static JsonNode of(ToolEnd end) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        return switch (end) {
            case ToolEnd.Answered(ToolReply reply, double _) ->
                told.set(reply.outcome() == ToolReply.Outcome.RESULT ? "result" : "error", excerpt(reply));
            case ToolEnd.Failed(String problem, double _) -> told.put("failed", problem);
            case ToolEnd.Refused(String problem) -> told.put("refused", problem);
        };
    }

    private static JsonNode excerpt(ToolReply reply) {
        if (!reply.structured().isNull()) {
            return Excerpt.of(new OperationResult.Document(reply.structured()));
        }
        String text = String.join("\n", reply.texts());
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree.isContainerNode()) {
                return Excerpt.of(new OperationResult.Document(PLAIN.clean(tree)));
            }
        } catch (JsonProcessingException _) {
            // Not JSON: plain text, as most tools give.
        }
        return JsonNodeFactory.instance.textNode(text.length() <= TEXT ? text : PLAIN.clean(text.substring(0, TEXT)) + "…");
    }
}
