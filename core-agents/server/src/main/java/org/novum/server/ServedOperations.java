package org.novum.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.function.Supplier;
import org.novum.api.data.DataSource;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationResult;
import org.novum.runtime.OperationCall;
import org.novum.runtime.Plugins;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.RunListener;

/**
 * The installed operations, for callers who may name only served files.
 *
 * @param plugins disciplines and connectors
 * @param environments a fresh one for each call; its allocator is closed after it
 * @param files that callers may name
 */
public record ServedOperations(Plugins plugins, Supplier<RunEnvironment> environments, ServedFiles files) {
    /** All operations, by name. */
    public Collection<Operation<?>> all() {
        return plugins.operations().values();
    }

    /**
     * Calls one, on all rows, and records that somebody looked.
     *
     * @param name of the operation
     * @param source of the data
     * @param parameters a JSON object
     * @param listener told of progress
     * @throws org.novum.api.NovumException if anything is wrong with them
     */
    public OperationResult call(String name, DataSource source, JsonNode parameters, RunListener listener) {
        RunEnvironment environment = environments.get();
        try (var _ = environment.allocator()) {
            return new OperationCall(plugins, environment, listener, files).call(name, source, parameters);
        }
    }
}
