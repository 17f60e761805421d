package org.novum.api.discipline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Derives the JSON schema of an operation's parameters from their record, for models, servers and help texts.
 *
 * <p>Source: JSON Schema, draft 2020-12.
 */
public final class OperationSchema {
    private OperationSchema() {}

    /**
     * The schema of an operation's parameters, described by its card.
     *
     * @throws NovumException as {@link #of(Class)}
     */
    public static ObjectNode of(Operation<?> operation) {
        return of(operation.input())
                .put("title", operation.card().name())
                .put("description", operation.card().summary());
    }

    /**
     * The schema of a record of parameters: an object with one property per component, in their order, and no other.
     *
     * @throws NovumException with {@code SOFTWARE} if a component has no {@link Parameter} or a type operations may not
     *     have
     */
    public static ObjectNode of(Class<? extends Record> input) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : input.getRecordComponents()) {
            ParameterType type = typeOf(component);
            ObjectNode property = type.schema().put("description", meaningOf(component));
            if (component.isAnnotationPresent(NamesFile.class)) {
                property.put("x-names-file", true);
            }
            properties.set(component.getName(), property);
            if (!(type instanceof ParameterType.Maybe)) {
                required.add(component.getName());
            }
        }
        return schema.put("additionalProperties", false);
    }

    static String meaningOf(RecordComponent component) {
        Parameter parameter = component.getAnnotation(Parameter.class);
        if (parameter == null || parameter.value().isBlank()) {
            throw defect(component, "has no meaning; annotate it with @Parameter(\"...\")");
        }
        return parameter.value();
    }

    static ParameterType typeOf(RecordComponent component) {
        return ParameterType.of(component.getGenericType())
                .orElseThrow(() -> defect(
                        component,
                        "has type " + component.getGenericType().getTypeName()
                                + "; use int, long, double, boolean, String, a List of these or an Optional"));
    }

    private static NovumException defect(RecordComponent component, String problem) {
        return new NovumException(
                ExitCode.SOFTWARE,
                "parameter " + component.getName() + " of "
                        + component.getDeclaringRecord().getName() + " " + problem);
    }
}
