package org.novum.runtime;

import org.novum.journal.BoundaryListener;

/**
 * Who watches a run.
 *
 * @param events is told what happens
 * @param boundaries is told of every boundary a journalled step crosses; fault tests halt the process there
 */
public record Observers(RunListener events, BoundaryListener boundaries) {
    /** Nobody. */
    public static final Observers NONE = new Observers(RunListener.NONE, BoundaryListener.NONE);
}
