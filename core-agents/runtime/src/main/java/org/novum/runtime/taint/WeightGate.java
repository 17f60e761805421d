package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Lets in one of a few weights.
 *
 * @param allowed all of them
 */
public record WeightGate(List<Double> allowed) implements Gate<JsonNode, Double> {
    @Override
    public Gated<Double> admit(Sourced<JsonNode> foreign) {
        JsonNode weight = foreign.open();
        return weight.isNumber() && allowed.contains(weight.doubleValue())
                ? Pass.through(weight.doubleValue())
                : Pass.refused(foreign.source(), "the weight is none of " + allowed);
    }
}
