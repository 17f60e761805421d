package org.novum.models;

import java.util.List;

/**
 * A whole reply.
 *
 * @param text said, empty where only tools were wished for
 * @param calls wished for
 * @param end why it ended
 * @param usage of tokens, as the provider counts
 * @param revision of the model that answered, as the provider names it
 */
public record ModelReply(String text, List<ToolCall> calls, End end, Usage usage, String revision) {
    /** Copies the list. */
    public ModelReply {
        calls = List.copyOf(calls);
    }

    /** Why a reply ended. */
    public enum End {
        /** The model had said all. */
        STOP,
        /** It wants tools. */
        TOOLS,
        /** It ran into the limit of tokens. */
        LENGTH,
        /** The provider would not let it speak. */
        FILTERED,
        /** The provider gave another reason or none. */
        OTHER
    }

    /** The reply as a turn of the conversation that goes on. */
    public Turn.Answer turn() {
        return new Turn.Answer(text, calls);
    }
}
