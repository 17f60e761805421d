package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import org.novum.report.prose.References;

/**
 * Lets in names under which prose may speak of a finding.
 *
 * @param references that there are
 */
public record AnchorGate(References references) implements Gate<JsonNode, String> {
    @Override
    public Gated<String> admit(Sourced<JsonNode> foreign) {
        JsonNode name = foreign.open();
        return name.isTextual() && !name.textValue().equals(References.RUN) && references.knows(name.textValue())
                ? Pass.through(name.textValue())
                : Pass.refused(foreign.source(), "there is no such finding to write about");
    }
}
