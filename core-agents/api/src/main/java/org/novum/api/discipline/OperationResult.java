package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.novum.api.data.ColumnCard;

/** What an operation returns: a document or a table. */
public sealed interface OperationResult {
    /** A JSON document. */
    record Document(JsonNode content) implements OperationResult {}

    /**
     * A table.
     *
     * @param columns names, types and units
     * @param rows of as many values each: {@code Double}, {@code Long} or {@code String}; null where a value is missing
     */
    record Table(List<ColumnCard> columns, List<List<Object>> rows) implements OperationResult {
        /** Copies the outer lists; rows may hold nulls and are kept as they are. */
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
