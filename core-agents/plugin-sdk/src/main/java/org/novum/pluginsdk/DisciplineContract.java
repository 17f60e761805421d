package org.novum.pluginsdk;

/**
 * The contract of {@link org.novum.api.discipline.Discipline} as tests.
 *
 * <p>A discipline's test class extends this one and implements the methods of {@link DisciplineFixture}. The tests come
 * in five groups, one per idea, which may also be implemented one by one.
 */
public abstract class DisciplineContract
        implements CardContract, HypothesisContract, PlanContract, OutcomeContract, FindingContract {}
