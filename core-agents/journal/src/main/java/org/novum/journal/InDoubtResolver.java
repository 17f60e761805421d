package org.novum.journal;

/** Says what became of an unsafe step that was interrupted; typically it asks the instrument. */
@FunctionalInterface
public interface InDoubtResolver {

    /** Looks into it. */
    Resolution resolve(Step step);

    /** The answer. */
    sealed interface Resolution {

        /** The step took effect; this is what it would have yielded. */
        record TookEffect(StepYield yield) implements Resolution {}

        /** The step certainly had no effect and may be run now. */
        record HadNoEffect() implements Resolution {}

        /** It cannot be told; the step stays in doubt. */
        record Unknown(String reason) implements Resolution {}
    }
}
