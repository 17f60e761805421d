package org.novum.runtime.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.novum.models.Turn;

/**
 * The program's own words to a model, from a versioned text; a new wording gets a new name, for the old one belongs to
 * recorded runs.
 *
 * @param instruction what the model is to be
 * @param message what it is to do now
 */
record PromptText(String instruction, String message) {
    /** Reads a text: the instruction stands before a line {@code ---}, the message behind it. */
    static PromptText read(String resource, int most) {
        String text = fragment(resource).replace("{{most}}", String.valueOf(most));
        int cut = text.indexOf("\n---\n");
        return new PromptText(text.substring(0, cut).strip(), text.substring(cut + 5).strip());
    }

    private static String fragment(String resource) {
        try (InputStream in = PromptText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its text " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same with another text of the program, of its own name, at the end of its instruction. */
    PromptText and(String resource) {
        return new PromptText(instruction + "\n\n" + fragment(resource), message);
    }

    /** The turns that begin a conversation; what comes from outside stands in blocks of quotations. */
    List<Turn> turns(List<String> blocks) {
        return List.of(
                new Turn.Instruction(instruction),
                new Turn.Message(message + "\n\n" + String.join("\n\n", blocks)));
    }
}
