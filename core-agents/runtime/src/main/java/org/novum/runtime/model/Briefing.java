package org.novum.runtime.model;

import java.util.List;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.taint.Sourced;

/**
 * What a proposer is told beside the question.
 *
 * @param notes of an analyst on earlier rounds
 * @param literature that was found for the question
 */
public record Briefing(List<Sourced<String>> notes, Retrieved literature) {
    /** Nothing more. */
    public static final Briefing NONE = new Briefing(List.of(), Retrieved.NOTHING);

    /** Copies the list. */
    public Briefing {
        notes = List.copyOf(notes);
    }
}
