package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;

/**
 * Lets in names of hypotheses that are among some.
 *
 * @param members ids of them
 */
public record MemberGate(List<String> members) implements Gate<JsonNode, Member> {
    /** Copies the names. */
    public MemberGate(Collection<String> members) {
        this(List.copyOf(members));
    }

    @Override
    public Gated<Member> admit(Sourced<JsonNode> foreign) {
        JsonNode id = foreign.open();
        return id.isTextual() && members.contains(id.textValue())
                ? Pass.through(new Member(id.textValue()))
                : Pass.refused(foreign.source(), "there is no such hypothesis to speak of");
    }
}
