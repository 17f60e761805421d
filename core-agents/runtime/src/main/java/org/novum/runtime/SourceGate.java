package org.novum.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.novum.api.NovumException;
import org.novum.api.discipline.NamesFile;

/** Decides which files and other sources the caller of an operation may name. */
@FunctionalInterface
public interface SourceGate {
    /** For a person at this machine: what the operating system lets them read. */
    SourceGate OPEN = uri -> uri;

    /**
     * The source that is opened for a name that the caller gave. What was admitted is admitted again, unchanged.
     *
     * @param uri of data: a path, a pattern of paths, {@code dataset:NAME}
     * @throws NovumException with {@code REFUSED} if the caller may not name it
     */
    String admit(String uri);

    /**
     * Parameters with every name of a file admitted.
     *
     * @param input the record of the parameters; those that name files carry {@link NamesFile}
     * @param parameters as the caller gave them
     * @throws NovumException as {@link #admit(String)}
     */
    default JsonNode admit(Class<? extends Record> input, JsonNode parameters) {
        if (!(parameters instanceof ObjectNode object)) {
            return parameters;
        }
        ObjectNode admitted = object.deepCopy();
        Arrays.stream(input.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(NamesFile.class))
                .map(RecordComponent::getName)
                .filter(admitted::has)
                .forEach(name -> admitted.set(name, admitted(admitted.path(name))));
        return admitted;
    }

    private JsonNode admitted(JsonNode value) {
        return switch (value) {
            case ArrayNode names -> {
                ArrayNode all = names.arrayNode();
                names.forEach(name -> all.add(admitted(name)));
                yield all;
            }
            case JsonNode name when name.isTextual() -> new TextNode(admit(name.textValue()));
            default -> value;
        };
    }
}
