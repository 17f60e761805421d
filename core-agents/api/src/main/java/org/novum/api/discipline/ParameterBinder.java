package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Makes the parameter record of an {@link Operation} from words of a command line or from a JSON object. */
public final class ParameterBinder {
    private ParameterBinder() {}

    /**
     * Binds words of a command line; the elements of a list stand between commas.
     *
     * @throws InvalidParameterException if a parameter is unknown, missing or not of its type, with what to write
     */
    public static <I extends Record> I bind(Class<I> input, Map<String, String> words) {
        return bind(input, tree(input, words));
    }

    /**
     * The JSON object that words of a command line stand for; the elements of a list stand between commas.
     *
     * @throws InvalidParameterException if a parameter is unknown or not of its type, with what to write
     */
    public static ObjectNode tree(Class<? extends Record> input, Map<String, String> words) {
        refuseUnknown(input, List.copyOf(new TreeMap<>(words).keySet()));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : input.getRecordComponents()) {
            String word = words.get(component.getName());
            if (word != null) {
                ParameterType type = OperationSchema.typeOf(component);
                object.set(component.getName(), type.parse(word).orElseThrow(() -> notOfType(component, word)));
            }
        }
        return object;
    }

    /**
     * Binds the properties of a JSON object; a null property counts as left out.
     *
     * @throws InvalidParameterException if the node is no object, or if a parameter is unknown, missing or not of its
     *     type, with what to write
     */
    public static <I extends Record> I bind(Class<I> input, JsonNode object) {
        if (!object.isObject()) {
            throw new InvalidParameterException(
                    "list", "is " + object + ", not a JSON object", "write " + OperationSchema.of(input));
        }
        refuseUnknown(input, object.properties().stream().map(Map.Entry::getKey).toList());
        Object[] values = Arrays.stream(input.getRecordComponents())
                .map(component -> value(component, object.get(component.getName())))
                .toArray();
        return construct(input, values);
    }

    private static Object value(RecordComponent component, @Nullable JsonNode node) {
        ParameterType type = OperationSchema.typeOf(component);
        if (node == null || node.isNull()) {
            if (type instanceof ParameterType.Maybe) {
                return Optional.empty();
            }
            throw new InvalidParameterException(
                    component.getName(),
                    "is missing (" + OperationSchema.meaningOf(component) + ")",
                    "give it " + type.word());
        }
        return type.read(node).orElseThrow(() -> notOfType(component, node.toString()));
    }

    private static InvalidParameterException notOfType(RecordComponent component, String value) {
        return new InvalidParameterException(
                component.getName(),
                "is " + value + " (" + OperationSchema.meaningOf(component) + ")",
                "give it " + OperationSchema.typeOf(component).word());
    }

    private static void refuseUnknown(Class<? extends Record> input, List<String> names) {
        List<String> known = Arrays.stream(input.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new InvalidParameterException(name, "is unknown", remedyForUnknown(name, known));
        });
    }

    private static String remedyForUnknown(String name, List<String> known) {
        if (known.isEmpty()) {
            return "leave it out, this operation has no parameters";
        }
        String all = "the parameters are " + known.stream().collect(Collectors.joining(", "));
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> EditDistance.between(name, candidate)))
                .filter(nearest -> EditDistance.between(name, nearest) <= Math.max(2, nearest.length() / 3))
                .map(nearest -> "did you mean " + nearest + "? " + all)
                .orElse(all);
    }

    private static <I extends Record> I construct(Class<I> input, Object[] values) {
        Class<?>[] types = Arrays.stream(input.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<I> constructor = input.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                throw new InvalidParameterException(
                        "list", "has values that cannot be: " + reason.getMessage(), "correct them", reason);
            }
            throw new NovumException(
                    ExitCode.SOFTWARE, "the constructor of " + input.getName() + " failed", refused);
        } catch (ReflectiveOperationException broken) {
            throw new NovumException(ExitCode.SOFTWARE, "cannot make a " + input.getName(), broken);
        }
    }
}
