package org.novum.runtime.ledger;

import java.util.List;

/**
 * What the ledger keeps of a registered family, beside its hash.
 *
 * @param errorRate false discovery rate promised by the stream
 * @param level part of it that this registration pays; its members are tested against it together
 * @param firstIndex index of the first member in the experiment's ledger, from 1; the others follow
 * @param partition the slice that is opened
 * @param rowsSeenBefore whether an earlier registration had opened rows of this slice; then the family gains nothing from
 *     earlier discoveries and arbitrary dependence is assumed
 * @param dependence argued by the plan
 * @param members in the order of the family
 */
public record Enrolment(
        double errorRate,
        double level,
        long firstIndex,
        String partition,
        boolean rowsSeenBefore,
        String dependence,
        List<Member> members) {
    /** Copies the list. */
    public Enrolment {
        members = List.copyOf(members);
    }

    /**
     * One hypothesis.
     *
     * @param hypothesis its id
     * @param statement of its claim
     * @param proposer who asked
     * @param weight prior weight, mean 1 or less over the family
     */
    public record Member(String hypothesis, String statement, String proposer, double weight) {}
}
