package org.novum.runtime.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.novum.models.ModelException.Reason;
import org.novum.models.ModelReply;

/** How a call of a model ended, as its step records it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "end")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CallEnd.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = CallEnd.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = CallEnd.Refused.class, name = "refused")
})
sealed interface CallEnd {
    /** What the call cost, with what interrupted and broken tries may have cost at worst. */
    Spending spent();

    /** There is a whole reply. */
    record Answered(ModelReply reply, Spending spent) implements CallEnd {}

    /** There is none. */
    record Failed(Reason reason, String problem, Spending spent) implements CallEnd {}

    /** The budget had no room for the call, and the model was not asked. */
    record Refused(String problem, Spending spent) implements CallEnd {}
}
