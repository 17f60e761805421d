package org.novum.runtime.approval;

import java.util.List;
import org.novum.api.discipline.TestPlan;
import org.novum.journal.CanonicalJson;

/**
 * A plan that waits for a person.
 *
 * @param round it belongs to
 * @param plan that would be registered
 * @param withdrawn hypotheses that a critic has withdrawn
 */
public record Waiting(int round, TestPlan plan, List<String> withdrawn) {
    /** Copies the list. */
    public Waiting {
        withdrawn = List.copyOf(withdrawn);
    }

    /** Recognises the very plan that a decision is about. */
    public String digest() {
        return CanonicalJson.digest(CanonicalJson.tree(this)).hex();
    }
}
