package org.novum.api.discipline;

import java.util.List;
import org.novum.api.data.DataHandle;

/**
 * One typed function of a discipline; the same object serves the command line, agents, HTTP and MCP.
 *
 * @param <I> a record of its parameters: {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}, lists
 *     of these, and {@code Optional} for those that may be left out. Each component carries {@link Parameter}.
 */
public interface Operation<I extends Record> {
    /** Its name {@code discipline.verb}, what it does and what it returns. */
    OperationCard card();

    /** The record of its parameters; its JSON schema follows from it. */
    Class<I> input();

    /**
     * URIs that its parameters name and that are opened together with the data it is called on, as further parts; an
     * operation recognises a part by its columns. Parameters that name files carry {@link NamesFile}.
     *
     * @param parameters checked against the schema
     */
    default List<String> furtherData(I parameters) {
        return List.of();
    }

    /**
     * Runs it.
     *
     * @param parameters checked against the schema
     * @param data the rows it may see
     * @param context of the step
     * @throws IllegalArgumentException if a parameter has a value that cannot be, with a message for the user
     */
    OperationResult run(I parameters, DataHandle data, StepContext context);
}
