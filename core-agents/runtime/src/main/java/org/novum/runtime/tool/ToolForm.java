package org.novum.runtime.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novum.api.study.ForeignServer;

/** The form of a tool's arguments: its schema brought down to {@link PlainSchema}, closed to arguments that it does not name. */
public final class ToolForm {
    private static final int ERRORS_SHOWN = 5;

    private final ObjectNode plain;
    private final JsonSchema schema;

    /** @throws IllegalArgumentException saying what about the schema cannot be used */
    public ToolForm(OfferedTool tool) {
        this.plain = PlainSchema.of(tool.schema());
        try {
            this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(plain.deepCopy());
            schema.initializeValidators();
        } catch (RuntimeException malformed) {
            // The library has exceptions of several kinds for keywords with values of a wrong type.
            throw new IllegalArgumentException("the schema is malformed", malformed);
        }
    }

    /** What is wrong with arguments. */
    public Optional<String> problem(JsonNode arguments) {
        TreeSet<String> errors = schema.validate(arguments).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toCollection(TreeSet::new));
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(errors.stream().limit(ERRORS_SHOWN).collect(Collectors.joining("; ")));
    }

    /** Names that an admission uses and the schema does not have. */
    public List<String> unknown(ForeignServer.Admission admission) {
        List<String> unknown = new ArrayList<>(admission.fromModels());
        admission.fixed().fieldNames().forEachRemaining(unknown::add);
        unknown.removeIf(name -> plain.path("properties").has(name));
        return unknown;
    }

    /** Required arguments that a model may not fill and that are not fixed: with them, the tool is for the study alone. */
    public List<String> closedToModels(ForeignServer.Admission admission) {
        List<String> closed = new ArrayList<>();
        plain.path("required").forEach(name -> closed.add(name.textValue()));
        closed.removeIf(name -> admission.fromModels().contains(name) || admission.fixed().has(name));
        return closed;
    }

    /** The schema of the arguments that a model may fill. */
    public ObjectNode forModels(ForeignServer.Admission admission) {
        ObjectNode open = plain.deepCopy();
        ((ObjectNode) open.get("properties")).retain(admission.fromModels());
        List<String> required = new ArrayList<>();
        plain.path("required").forEach(name -> required.add(name.textValue()));
        required.retainAll(admission.fromModels());
        open.remove("required");
        if (!required.isEmpty()) {
            required.forEach(open.putArray("required")::add);
        }
        return open;
    }
}
