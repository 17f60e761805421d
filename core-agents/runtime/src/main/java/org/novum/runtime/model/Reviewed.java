package org.novum.runtime.model;

import java.util.List;

/**
 * What a critic says of a judged round.
 *
 * @param checks further claims, for the next round's family
 * @param doubts of accepted hypotheses
 * @param dropped doubts of what is not accepted or not there
 */
public record Reviewed(Proposed checks, List<Criticism.Doubt> doubts, int dropped) {
    /** Copies the list. */
    public Reviewed {
        doubts = List.copyOf(doubts);
    }
}
