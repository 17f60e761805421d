package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Priors;

/**
 * What all proposers ask together.
 *
 * @param family without doubles; whoever asked first counts as the one who asked
 * @param priors what they expect of it
 */
public record ProposedFamily(List<Hypothesis> family, Priors priors) {
    /** Copies the list. */
    public ProposedFamily {
        family = List.copyOf(family);
    }

    /**
     * The union. Weights of models multiply; of expectations the first holds.
     *
     * @param systematic what the discipline enumerates, empty where it is not asked
     * @param proposed by models, in their order
     */
    public static ProposedFamily of(List<Hypothesis> systematic, List<Proposed> proposed) {
        Map<String, Hypothesis> family = new LinkedHashMap<>();
        systematic.forEach(hypothesis -> family.putIfAbsent(hypothesis.id(), hypothesis));
        Map<String, Double> weights = new TreeMap<>();
        Map<String, JsonNode> expectations = new TreeMap<>();
        for (Proposed one : proposed) {
            for (Proposed.Proposal proposal : one.kept()) {
                String id = proposal.hypothesis().id();
                family.putIfAbsent(id, proposal.hypothesis());
                if (proposal.weight() != 1) {
                    weights.merge(id, proposal.weight(), (a, b) -> a * b);
                }
                if (proposal.expectation() != null) {
                    expectations.putIfAbsent(id, proposal.expectation());
                }
            }
        }
        return new ProposedFamily(new ArrayList<>(family.values()), new Priors(weights, expectations));
    }
}
