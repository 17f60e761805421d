package org.novum.runtime.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a foreign tool gave.
 *
 * @param outcome whether the tool calls it a result or an error
 * @param texts in their order
 * @param structured value beside them; null where there is none
 * @param others parts that are no text, such as pictures and links: counted and left out
 * @param bytes of all of it
 */
public record ToolReply(Outcome outcome, List<String> texts, JsonNode structured, int others, long bytes) {
    /** Copies the list. */
    public ToolReply {
        texts = List.copyOf(texts);
    }

    /** What the tool calls it. */
    public enum Outcome {
        /** A result. */
        RESULT,
        /** An error. */
        ERROR
    }
}
