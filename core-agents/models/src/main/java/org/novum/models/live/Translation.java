package org.novum.models.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.novum.models.ModelCard;
import org.novum.models.ModelException;
import org.novum.models.ModelException.Reason;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.ToolCall;
import org.novum.models.ToolCard;
import org.novum.models.Turn;
import org.novum.models.Usage;

/** Requests and replies in LangChain4j's terms and back. */
final class Translation {
    /** What one step of a journal may well hold. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private Translation() {}

    static ChatRequest request(ModelRequest request) {
        ChatRequest.Builder builder = ChatRequest.builder()
                .messages(request.turns().stream().map(Translation::message).toList())
                .temperature(request.sampling().temperature())
                .maxOutputTokens(request.sampling().maxOutputTokens());
        if (!request.tools().isEmpty()) {
            builder.toolSpecifications(request.tools().stream().map(Translation::tool).toList());
        }
        if (request.form() != null) {
            // Servers differ in how much of a schema they know, so it is told in the prompt and checked here; asking for
            // JSON is what all of them understand.
            builder.responseFormat(ResponseFormat.JSON);
        }
        return builder.build();
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn) {
            case Turn.Instruction(String text) -> SystemMessage.from(text);
            case Turn.Message(String text) -> UserMessage.from(text);
            case Turn.Answer(String text, List<ToolCall> calls) ->
                calls.isEmpty()
                        ? AiMessage.from(text)
                        : AiMessage.from(text, calls.stream().map(Translation::wish).toList());
            case Turn.ToolResult(ToolCall call, String text) -> ToolExecutionResultMessage.from(wish(call), text);
        };
    }

    private static ToolExecutionRequest wish(ToolCall call) {
        return ToolExecutionRequest.builder()
                .id(call.id())
                .name(call.name())
                .arguments(call.arguments())
                .build();
    }

    private static ToolSpecification tool(ToolCard card) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", card.name());
        json.put("description", card.description());
        json.set("parameters", card.parameters());
        return ToolSpecification.fromJson(json.toString());
    }

    /**
     * @param safe takes out of every text what must not be recorded
     * @throws ModelException if the stream ended before the reply did, or if it is too long to be recorded
     */
    static ModelReply reply(ChatResponse response, ModelCard card, UnaryOperator<String> safe) {
        AiMessage message = response.aiMessage();
        List<ToolCall> calls = message.hasToolExecutionRequests()
                ? message.toolExecutionRequests().stream()
                        .map(wish -> new ToolCall(
                                safe.apply(Objects.requireNonNullElse(wish.id(), "")),
                                safe.apply(Objects.requireNonNullElse(wish.name(), "")),
                                safe.apply(Objects.requireNonNullElse(wish.arguments(), "{}"))))
                        .toList()
                : List.of();
        FinishReason finish = response.metadata().finishReason();
        if (finish == null) {
            // A stream that breaks off in the middle is handed over as if it were whole; only the reason is missing.
            throw new ModelException(
                    Reason.CUT, "model " + card.name() + ": the reply broke off before its end");
        }
        String text = safe.apply(Objects.requireNonNullElse(message.text(), ""));
        long length = text.length() + calls.stream().mapToLong(call -> call.arguments().length()).sum();
        if (length > MOST_CHARACTERS) {
            throw new ModelException(
                    Reason.TOO_LONG,
                    "model " + card.name() + ": a reply of " + length + " characters, of at most " + MOST_CHARACTERS);
        }
        return new ModelReply(
                text,
                calls,
                end(finish),
                usage(response.metadata().tokenUsage()),
                safe.apply(Objects.requireNonNullElse(response.metadata().modelName(), card.model())));
    }

    private static ModelReply.End end(FinishReason reason) {
        return switch (reason) {
            case STOP -> ModelReply.End.STOP;
            case LENGTH -> ModelReply.End.LENGTH;
            case TOOL_EXECUTION -> ModelReply.End.TOOLS;
            case CONTENT_FILTER -> ModelReply.End.FILTERED;
            case OTHER -> ModelReply.End.OTHER;
        };
    }

    /** A count below nothing is none: it would give back what other calls have spent. */
    private static Usage usage(@Nullable TokenUsage usage) {
        if (usage == null) {
            return Usage.NONE;
        }
        int input = Objects.requireNonNullElse(usage.inputTokenCount(), 0);
        int output = Objects.requireNonNullElse(usage.outputTokenCount(), 0);
        return input < 0 || output < 0 ? Usage.NONE : new Usage(input, output);
    }
}
