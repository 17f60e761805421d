package org.novum.runtime.taint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.InvalidParameterException;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationSchema;
import org.novum.api.discipline.ParameterBinder;
import org.novum.api.study.Call;
import org.novum.models.ToolCall;
import org.novum.models.ToolCard;
import org.novum.models.form.Recordable;

/**
 * Lets in wishes for operations of a discipline whose parameters fit their schema and name no files.
 *
 * <p>Parameters that name files, marked {@code x-names-file}, are not offered to models; an operation that cannot do without
 * one is not offered at all. Nor may parameters name further data in another way: only the rows that the program hands over
 * are seen.
 */
public final class CallGate implements Gate<ToolCall, AuthorisedCall<?>> {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, Operation<?>> operations = new LinkedHashMap<>();
    private final List<ToolCard> tools = new ArrayList<>();

    /** @param discipline whose operations may be wished for */
    public CallGate(Discipline discipline) {
        for (Operation<?> operation : discipline.operations()) {
            offered(operation).ifPresent(schema -> {
                String name = operation.card().name().replaceAll("[^A-Za-z0-9_-]", "_");
                if (operations.putIfAbsent(name, operation) == null) {
                    String description = operation.card().summary() + " Returns " + operation.card().result();
                    tools.add(new ToolCard(name, description, schema));
                }
            });
        }
    }

    /** The operations as tools. */
    public List<ToolCard> tools() {
        return List.copyOf(tools);
    }

    /** The schema without what names files; empty where the operation cannot be called without it. */
    private static Optional<ObjectNode> offered(Operation<?> operation) {
        ObjectNode schema = OperationSchema.of(operation.input());
        List<String> files = filesOf(schema);
        for (JsonNode required : schema.path("required")) {
            if (files.contains(required.textValue())) {
                return Optional.empty();
            }
        }
        ((ObjectNode) schema.get("properties")).remove(files);
        return Optional.of(schema);
    }

    private static List<String> filesOf(ObjectNode schema) {
        return schema.path("properties").properties().stream()
                .filter(property -> property.getValue().path("x-names-file").asBoolean())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Gated<AuthorisedCall<?>> admit(Sourced<ToolCall> foreign) {
        ToolCall wish = foreign.open();
        Operation<?> operation = operations.get(wish.name());
        if (operation == null) {
            return Pass.refused(foreign.source(), "there is no such tool; the tools are " + operations.keySet());
        }
        try {
            JsonNode arguments = Recordable.tree(MAPPER.readTree(wish.arguments().isBlank() ? "{}" : wish.arguments()));
            for (String file : filesOf(OperationSchema.of(operation.input()))) {
                if (arguments.has(file)) {
                    return Pass.refused(foreign.source(), file + " names files, which is not for models");
                }
            }
            return bound(operation, arguments, foreign.source());
        } catch (JsonProcessingException broken) {
            return Pass.refused(foreign.source(), "the arguments are not JSON");
        } catch (InvalidParameterException | IllegalArgumentException unfit) {
            return Pass.refused(foreign.source(), unfit.getMessage());
        }
    }

    private static <I extends Record> Gated<AuthorisedCall<?>> bound(Operation<I> operation, JsonNode arguments, Source source) {
        I parameters = ParameterBinder.bind(operation.input(), arguments);
        if (!operation.furtherData(parameters).isEmpty()) {
            return Pass.refused(source, "the arguments name data of their own, which is not for models");
        }
        return Pass.through(
                new AuthorisedCall<>(operation, parameters, new Call(operation.card().name(), arguments)));
    }
}
