package org.novum.models;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One turn of a conversation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "turn")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Turn.Instruction.class, name = "instruction"),
    @JsonSubTypes.Type(value = Turn.Message.class, name = "message"),
    @JsonSubTypes.Type(value = Turn.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Turn.ToolResult.class, name = "tool-result")
})
public sealed interface Turn {
    /** What the program tells the model to be; never text from data. */
    record Instruction(String text) implements Turn {}

    /** What the program or a person says; text from data only as a quotation. */
    record Message(String text) implements Turn {}

    /** What the model said before, and which tools it wanted. */
    record Answer(String text, List<ToolCall> calls) implements Turn {
        /** Copies the list. */
        public Answer {
            calls = List.copyOf(calls);
        }
    }

    /** What came of a tool that the model wanted. */
    record ToolResult(ToolCall call, String text) implements Turn {}
}
