package org.novum.runtime.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;

/** Counts rows, for tests of calls. */
public final class CountOperation implements Operation<CountOperation.Input> {
    /** What to count by. */
    public record Input(@Parameter("column to read") String column) {}

    @Override
    public OperationCard card() {
        return new OperationCard("sign.count", "Counts the rows of each part.", "an object of counts");
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public OperationResult run(Input parameters, DataHandle data, StepContext context) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        for (DataPart part : data.card().parts()) {
            long rows = 0;
            try (Batches batches = data.read(part.name(), List.of(parameters.column()))) {
                while (batches.next()) {
                    rows += batches.root().getRowCount();
                }
            }
            counts.put(part.name(), rows);
        }
        return new OperationResult.Document(counts);
    }
}
