package org.novum.models.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.novum.models.ModelException;
import org.novum.models.ModelException.Reason;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.Turn;

/**
 * An answer that must have the form of a JSON schema. What is wrong with it is told to the model, at most twice; then the
 * question has failed. Each try is a call of its own and paid for.
 */
public final class FormedAnswer {
    /** How often an answer may be mended. */
    public static final int MENDINGS = 2;

    private static final int ERRORS_SHOWN = 8;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Function<ModelRequest, ModelReply> calls;

    /** @param calls how a request becomes a reply, one paid call each */
    public FormedAnswer(Function<ModelRequest, ModelReply> calls) {
        this.calls = calls;
    }

    /**
     * Asks until the answer has the form.
     *
     * @param request with a form; mended requests have its key with {@code -mend-1} and {@code -mend-2} after it
     * @throws ModelException with {@link Reason#WRONG_FORM} if it never has
     */
    public JsonNode ask(ModelRequest request) {
        JsonNode form = Objects.requireNonNull(request.form(), "a request with a form");
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(form);
        ModelRequest asked = request;
        String problem = "";
        for (int mending = 0; mending <= MENDINGS; mending++) {
            ModelReply reply = calls.apply(asked);
            Checked checked = check(schema, reply);
            switch (checked) {
                case Checked.Good(JsonNode answer) -> {
                    return answer;
                }
                case Checked.Bad(String errors) -> problem = errors;
            }
            asked = asked.with(
                    List.of(
                            reply.turn(),
                            new Turn.Message("That answer cannot be used: " + problem
                                    + ". Answer again with one JSON value of the asked form and nothing else.")),
                    request.key() + "-mend-" + (mending + 1));
        }
        throw new ModelException(
                Reason.WRONG_FORM, "the model's answer had the wrong form " + (MENDINGS + 1) + " times: " + problem);
    }

    private sealed interface Checked {
        record Good(JsonNode answer) implements Checked {}

        record Bad(String errors) implements Checked {}
    }

    private static Checked check(JsonSchema schema, ModelReply reply) {
        if (reply.end() == ModelReply.End.LENGTH) {
            return new Checked.Bad("it is longer than the limit of tokens");
        }
        JsonNode answer;
        try {
            answer = Recordable.tree(MAPPER.readTree(bare(reply.text())));
        } catch (JsonProcessingException broken) {
            return new Checked.Bad("it is not JSON: " + broken.getOriginalMessage().lines().findFirst().orElse(""));
        }
        if (answer.isMissingNode()) {
            return new Checked.Bad("it is empty");
        }
        // Sorted, since the library's order is not promised and the text goes into the next request.
        TreeSet<String> errors = schema.validate(answer).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toCollection(TreeSet::new));
        return errors.isEmpty()
                ? new Checked.Good(answer)
                : new Checked.Bad(errors.stream().limit(ERRORS_SHOWN).collect(Collectors.joining("; ")));
    }

    /** Many models put their JSON between the fences of a code block, or think aloud before it. */
    private static String bare(String text) {
        String bare = text.replaceAll("(?s)<think>.*?</think>", "").strip();
        if (bare.startsWith("```")) {
            int first = bare.indexOf('\n');
            int last = bare.lastIndexOf("```");
            if (first > 0 && last > first) {
                return bare.substring(first + 1, last).strip();
            }
        }
        return bare;
    }
}
