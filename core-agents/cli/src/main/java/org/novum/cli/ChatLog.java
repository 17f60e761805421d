package org.novum.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.models.ModelCard;
import org.novum.models.ModelReply;
import org.novum.models.Usage;

/**
 * Questions of a person to a model, answers, and what they cost, as lines of a file of the run's folder. A question is written
 * with the most that it can cost before it is asked, so that no crash gives anything back.
 *
 * @param file of the lines
 */
record ChatLog(Path file) {
    private static final String NAME = "chat.jsonl";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static ChatLog in(Path folder) {
        return new ChatLog(folder.resolve(NAME));
    }

    /**
     * What was spent so far.
     *
     * @param questions asked
     * @param tokens sent and received, at most
     * @param money that they cost, at most
     */
    record Spent(int questions, long tokens, double money) {}

    /** Each question with its answer's cost, or with its own worst where no answer is recorded. */
    Spent spent() {
        int questions = 0;
        long tokens = 0;
        double money = 0;
        JsonNode open = MAPPER.missingNode();
        for (String line : lines()) {
            JsonNode kept = read(line);
            if (kept.has("answer")) {
                tokens += tokens(kept) - tokens(open);
                money += kept.path("money").asDouble() - open.path("money").asDouble();
                open = MAPPER.missingNode();
            } else {
                questions++;
                tokens += tokens(kept);
                money += kept.path("money").asDouble();
                open = kept;
            }
        }
        return new Spent(questions, tokens, money);
    }

    /** Writes that a question is about to be asked. */
    void asking(String question, Usage worst, ModelCard model) {
        keep(costs(JsonNodeFactory.instance.objectNode().put("question", question), worst, model));
    }

    /** Writes what was answered. */
    void answered(ModelReply reply, Usage usage, ModelCard model) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("answer", reply.text()).put("model", reply.revision());
        keep(costs(line, usage, model));
    }

    private static ObjectNode costs(ObjectNode line, Usage usage, ModelCard model) {
        return line.put("inputTokens", usage.inputTokens())
                .put("outputTokens", usage.outputTokens())
                .put("money", model.prices().of(usage));
    }

    private static long tokens(JsonNode line) {
        return line.path("inputTokens").asLong() + line.path("outputTokens").asLong();
    }

    private JsonNode read(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException broken) {
            throw new NovumException(ExitCode.DATA, file + ": a line is no JSON; remove the file to begin again", broken);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new NovumException(ExitCode.NO_INPUT, file + ": cannot be read", unreadable);
        }
    }

    private void keep(ObjectNode line) {
        try {
            Files.write(
                    file,
                    (line + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException full) {
            throw new NovumException(ExitCode.CANNOT_WRITE, file + ": cannot be written; make space", full);
        }
    }
}
