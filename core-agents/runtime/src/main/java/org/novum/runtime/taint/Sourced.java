package org.novum.runtime.taint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;

/**
 * A value from outside with a label of its source. It has no accessor: code can quote it, record it, compare it by digest,
 * or hold it up to a {@link Gate}, and nothing else.
 */
public final class Sourced<T> {
    @JsonProperty("source")
    private final Source source;

    @JsonProperty("value")
    private final T value;

    @JsonCreator
    private Sourced(@JsonProperty("source") Source source, @JsonProperty("value") T value) {
        this.source = source;
        this.value = value;
    }

    /** A value of this source. */
    public static <T> Sourced<T> of(Source source, T value) {
        return new Sourced<>(source, value);
    }

    /** Where it comes from. */
    public Source source() {
        return source;
    }

    /** For gates alone. */
    T open() {
        return value;
    }

    /**
     * The value as a prompt may hold it: quoted JSON that it cannot leave.
     *
     * @param label of the block, from the program
     */
    public String block(String label) {
        return Quoted.block(label, CanonicalJson.tree(value));
    }

    /** Digest of the value. */
    public Digest digest() {
        return CanonicalJson.digest((Object) List.of(value));
    }

    /** A text cut to a length, so that it cannot fill a prompt. */
    public static Sourced<String> cut(Sourced<String> text, int length) {
        return text.value.length() <= length ? text : of(text.source, text.value.substring(0, length) + "…");
    }

    /** A tree as text of the same source, behind a name from the program. */
    public static Sourced<String> named(String name, Sourced<JsonNode> tree) {
        return of(tree.source, name + ": " + tree.value);
    }

    /** Whether a text says nothing. */
    public static boolean isBlank(Sourced<String> text) {
        return text.value.isBlank();
    }

    /** The elements of a list in a tree, each of the tree's source; none where there is no list. */
    public static List<Sourced<JsonNode>> items(Sourced<JsonNode> tree, String field) {
        List<Sourced<JsonNode>> items = new ArrayList<>();
        tree.value.path(field).forEach(item -> items.add(of(tree.source, item)));
        return items;
    }

    /** A field of a tree; an absent one is null. */
    public static Sourced<JsonNode> field(Sourced<JsonNode> tree, String field) {
        JsonNode found = tree.value.path(field);
        return of(tree.source, found.isMissingNode() ? JsonNodeFactory.instance.nullNode() : found);
    }

    /** A field of a tree as text; empty where there is none. */
    public static Sourced<String> text(Sourced<JsonNode> tree, String field) {
        return of(tree.source, tree.value.path(field).asText());
    }

    /** Whether a tree has a field that is not null. */
    public static boolean has(Sourced<JsonNode> tree, String field) {
        return tree.value.hasNonNull(field);
    }
}
