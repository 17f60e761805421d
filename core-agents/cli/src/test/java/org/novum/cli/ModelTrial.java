package org.novum.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.novum.pluginsdk.chat.ChatAnswer;
import org.novum.pluginsdk.chat.ChatCall;

/** The field trial with models in every role, and what they answer. */
final class ModelTrial {
    private static final String PROPOSAL = """
            {"proposals": [{"claim": {"part": "%s", "response": "growth", "group": "treatment", "first": "treated",
                                      "second": "control"}, "weight": %d}]}""";
    private static final String SUMMARY_CALL = """
            {"response": "growth", "group": "treatment", "first": "treated", "second": "control"}""";
    private static final String TEXT =
            "{\"summary\": \"In all, {{q:run.tested}} is the count of hypotheses. There are 77.\", \"sections\": []}";

    private ModelTrial() {}

    /**
     * Writes data and study: two models propose beside the systematic proposer, others look, object and write.
     *
     * @param honoursKeys whether the settings say that the provider charges a key once
     */
    static Path write(Path folder, URI baseUrl, boolean honoursKeys) {
        Path study = FieldTrial.write(folder);
        String model = "{model: stub, baseUrl: '" + baseUrl + "', honoursKeys: " + honoursKeys
                + ", inputPrice: 1, outputPrice: 2, maxOutputTokens: 1000}";
        return FieldTrial.write(study, read(study) + """
                proposers: [systematic, first, second]
                models: {default: %1$s, first: %1$s, second: %1$s, analysis: {}, critic: {}, report: default}
                budget:
                  model: {tokens: 100000000, money: 1000, calls: 1000, seconds: 100000}
                """.formatted(model));
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    /** The same answer to the same call, whenever it comes. One model errs in the form at first. */
    static ChatAnswer answer(ChatCall call) {
        String step = step(call);
        return switch (step.split("/")[1]) {
            case "inspect" -> step.endsWith("call-1")
                    ? new ChatAnswer.Tools(List.of(new ChatAnswer.Wish("mean-shift_summary", SUMMARY_CALL)))
                    : new ChatAnswer.Text("The groups of both parts are of like size.");
            case "propose" -> new ChatAnswer.Text(
                    step.contains("/second/") ? PROPOSAL.formatted("south", 1)
                            : step.endsWith("call-1") ? "I propose north." : PROPOSAL.formatted("north", 2));
            case "withdraw" -> new ChatAnswer.Text("{\"withdraw\": []}");
            case "review" -> new ChatAnswer.Text("{\"checks\": [], \"doubts\": []}");
            case "write" -> new ChatAnswer.Text(TEXT);
            default -> throw new IllegalArgumentException("nobody should ask " + step);
        };
    }

    /** The step of a call: its key without the run. */
    static String step(ChatCall call) {
        return step(call.key());
    }

    /** The step of a key. */
    static String step(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
