package org.novum.runtime.tool.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.novum.runtime.tool.ToolReply;

/** How a call of a foreign tool ended, as its step records it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "end")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToolEnd.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = ToolEnd.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = ToolEnd.Refused.class, name = "refused")
})
sealed interface ToolEnd {
    /** The tool gave a result or an error of its own. */
    record Answered(ToolReply reply, double seconds) implements ToolEnd {}

    /** There is no answer; the call may have been made. */
    record Failed(String problem, double seconds) implements ToolEnd {}

    /** The call was not made. */
    record Refused(String problem) implements ToolEnd {}

    /** Calls that count against the budget. */
    default int calls() {
        return switch (this) {
            case Answered _, Failed _ -> 1;
            case Refused _ -> 0;
        };
    }

    /** Seconds that count against the budget. */
    default double spent() {
        return switch (this) {
            case Answered answered -> answered.seconds();
            case Failed failed -> failed.seconds();
            case Refused _ -> 0;
        };
    }
}
