package org.novum.runtime.agent;

import java.util.List;
import org.novum.api.finding.Verdict;

/**
 * The verdicts of a family as they are recorded; a bare list would lose which kind each is.
 *
 * @param verdicts one per member, in the family's order
 */
public record Verdicts(List<Verdict> verdicts) {
    /** Copies the list. */
    public Verdicts {
        verdicts = List.copyOf(verdicts);
    }
}
