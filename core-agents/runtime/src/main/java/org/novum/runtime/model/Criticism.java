package org.novum.runtime.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.Member;
import org.novum.runtime.taint.Sourced;

/**
 * All that a critic can say besides asking for further claims, which take the way of every proposal. There is no kind of
 * criticism that accepts, relaxes or lifts anything.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "criticism")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Criticism.Withdrawal.class, name = "withdrawal"),
    @JsonSubTypes.Type(value = Criticism.Doubt.class, name = "doubt")
})
public sealed interface Criticism {
    /** The hypothesis that is spoken of. */
    String hypothesis();

    /** Why, in the critic's words; for people to read. */
    Sourced<String> reason();

    /** A hypothesis is not to be tested; it stays registered and paid and counts as not passed. */
    record Withdrawal(String hypothesis, Sourced<String> reason) implements Criticism {
        static Withdrawal of(Admitted<Member> member, Sourced<String> reason) {
            return new Withdrawal(member.value().id(), reason);
        }
    }

    /** An accepted hypothesis is doubted; its verdict stands, and the report shows the doubt. */
    record Doubt(String hypothesis, Sourced<String> reason) implements Criticism {
        static Doubt of(Admitted<Member> member, Sourced<String> reason) {
            return new Doubt(member.value().id(), reason);
        }
    }
}
