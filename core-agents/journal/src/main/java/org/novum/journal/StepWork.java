package org.novum.journal;

/**
 * The work of a step.
 *
 * @param <X> the checked exception it may throw; {@link RuntimeException} when none
 */
@FunctionalInterface
public interface StepWork<X extends Exception> {

    /** Does the work. An exception is recorded as a failure of the step and passed on to the caller. */
    StepYield run() throws X;
}
