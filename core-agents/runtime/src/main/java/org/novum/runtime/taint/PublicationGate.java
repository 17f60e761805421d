package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import org.novum.report.Literature;

/**
 * Lets in what a list of references may show of a publication: one line each, shortened, and without characters that are not
 * seen or that turn the direction of writing.
 *
 * @param key that cites the passage
 */
public record PublicationGate(String key) implements Gate<JsonNode, Literature.Source> {
    private static final int LENGTH = 300;

    @Override
    public Gated<Literature.Source> admit(Sourced<JsonNode> foreign) {
        return Pass.through(listed(foreign).value());
    }

    /** The same; this gate refuses nothing as a whole. */
    public Admitted<Literature.Source> listed(Sourced<JsonNode> foreign) {
        JsonNode told = foreign.open();
        return new Admitted<>(new Literature.Source(
                key,
                line(told, "work").replaceAll("[^A-Za-z0-9._:-]+", "_"),
                line(told, "title"),
                line(told, "authors"),
                line(told, "year"),
                line(told, "identifier"),
                line(told, "file"),
                Math.max(0, told.path("page").asInt()),
                told.path("sha256").asText()));
    }

    private static String line(JsonNode told, String field) {
        String plain = told.path(field)
                .asText()
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
        return plain.length() <= LENGTH ? plain : plain.substring(0, LENGTH) + "…";
    }
}
