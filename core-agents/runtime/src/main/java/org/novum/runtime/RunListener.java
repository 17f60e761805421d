package org.novum.runtime;

import org.novum.api.event.RunEvent;

/** Is told what happens in a run; for progress lines and live views. Called on threads of the run; must be quick. */
@FunctionalInterface
public interface RunListener {
    /** Nobody listens. */
    RunListener NONE = _ -> {};

    /** Something happened. */
    void happened(RunEvent event);
}
