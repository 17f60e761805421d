package org.novum.statistics.online;

/**
 * A rule for a stream of hypotheses that decides each for good, seeing only the past.
 *
 * <p>An instance is one immutable state: {@link #next} returns the state that follows, so a journal can hold it, a
 * crash can resume from it and a replay reaches the same decisions. {@link Lond} and {@link ELond} are the defaults;
 * {@link LordPlusPlus} only where independence is declared; {@link Saffron} and {@link Addis} are offered, never default
 * (see docs/reports/online-fdr.md for what they do under correlation).
 *
 * @param <E> the evidence, {@link org.novum.statistics.evidence.PValue} or {@link
 *     org.novum.statistics.evidence.EValue}
 */
public sealed interface OnlineProcedure<E> permits Lond, ELond, LordPlusPlus, LordDependent, Saffron, Addis {
    /** Returns the level the next hypothesis will be tested at; it depends on past decisions alone. */
    double level();

    /** Decides the next hypothesis. */
    Decision<E> next(E evidence);
}
