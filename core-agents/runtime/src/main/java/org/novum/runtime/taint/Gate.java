package org.novum.runtime.taint;

/**
 * Where a foreign value is looked at. The gates are these and no others: whoever wants to act on foreign values passes one.
 *
 * @param <F> what is foreign
 * @param <T> what it may become
 */
public sealed interface Gate<F, T>
        permits ClaimGate,
                ExpectationGate,
                WeightGate,
                CallGate,
                ToolGate,
                MemberGate,
                AnchorGate,
                ProseGate,
                CitationGate,
                AdviceGate,
                PublicationGate {
    /** Lets the value in, or refuses it. */
    Gated<T> admit(Sourced<F> foreign);

    /** What came of it. */
    sealed interface Gated<T> {
        /** It was let in. */
        record Through<T>(Admitted<T> admitted) implements Gated<T> {}

        /** It was not; the reason may quote the value and is itself to be quoted. */
        record Refused<T>(Sourced<String> reason) implements Gated<T> {}
    }
}
