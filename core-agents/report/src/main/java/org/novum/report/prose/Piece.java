package org.novum.report.prose;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A piece of prose after {@link Grounding}: there is no kind of piece in which a model's own figure could stand. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "piece")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Piece.Said.class, name = "said"),
    @JsonSubTypes.Type(value = Piece.Rendered.class, name = "rendered"),
    @JsonSubTypes.Type(value = Piece.Struck.class, name = "struck")
})
public sealed interface Piece {
    /** Words of the model without any figure. */
    record Said(String text) implements Piece {}

    /**
     * What the program put in the place of a reference.
     *
     * @param reference without its braces, such as {@code q:finding-1.mass}
     * @param label what it is, from the program
     * @param text with unit and error, from the program
     */
    record Rendered(String reference, String label, String text) implements Piece {}

    /**
     * A sentence that cannot stand.
     *
     * @param text as the model wrote it
     * @param reason why it cannot
     */
    record Struck(String text, String reason) implements Piece {}
}
