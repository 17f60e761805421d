package org.novum.api.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;

/**
 * Who proposes in a study, who serves its other roles, and what its models may spend.
 *
 * @param proposers {@value #SYSTEMATIC_PROPOSER} and names of models, in the order in which they are asked
 * @param models settings of the models that take part, by name; names of keys, never keys
 * @param budget of all models together
 * @param literature that models are shown passages of; left out where there is none
 */
public record Team(
        List<String> proposers,
        JsonNode models,
        ModelBudget budget,
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Literature.Unwritten.class) Literature literature) {
    /** Name of the proposer that asks all that the discipline's space enumerates. */
    public static final String SYSTEMATIC_PROPOSER = "systematic";

    /** Name of the model that looks at exploration rows. */
    public static final String ANALYST = "analysis";

    /** Name of the model that objects. */
    public static final String CRITIC = "critic";

    /** Name of the model that writes around the findings. */
    public static final String WRITER = "report";

    /** Names of models that serve a role other than proposing; they take part where {@code models} has them. */
    public static final List<String> ROLES = List.of(ANALYST, CRITIC, WRITER);

    /** No model takes part. */
    public static final Team SYSTEMATIC =
            new Team(List.of(SYSTEMATIC_PROPOSER), JsonNodeFactory.instance.objectNode(), ModelBudget.USUAL);

    /** Checks the proposers; teams that were written before there was literature read none. */
    public Team {
        literature = literature == null ? Literature.NONE : literature;
        proposers = List.copyOf(proposers);
        if (proposers.isEmpty() || new HashSet<>(proposers).size() != proposers.size()) {
            throw new IllegalArgumentException("proposers are names, at least one and each once");
        }
    }

    /** A team that reads nothing. */
    public Team(List<String> proposers, JsonNode models, ModelBudget budget) {
        this(proposers, models, budget, Literature.NONE);
    }

    /** The same team with other literature. */
    public Team reading(Literature other) {
        return new Team(proposers, models, budget, other);
    }

    /** Names of the models among the proposers. */
    public List<String> modelProposers() {
        return proposers.stream().filter(name -> !name.equals(SYSTEMATIC_PROPOSER)).toList();
    }

    /** Whether a model serves this role, one of {@link #ROLES}. */
    public boolean has(String role) {
        return models.has(role);
    }

    /** Whether the discipline's own enumeration is among the proposers. */
    public boolean asksSystematically() {
        return proposers.contains(SYSTEMATIC_PROPOSER);
    }

    /** Recognises the team that is not written into a study, so that a study without models stays what it was. */
    public static final class Unwritten {
        @Override
        public boolean equals(Object other) {
            return SYSTEMATIC.equals(other);
        }

        @Override
        public int hashCode() {
            return SYSTEMATIC.hashCode();
        }
    }
}
