package org.novum.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.models.settings.ModelsReader;
import org.novum.runtime.study.StudyReader;

/** What a user keeps at hand for all studies: models in {@code models.yaml} and foreign servers in {@code tools.yaml} of the home folder. */
final class OwnSettings {
    private static final String MODELS = "models.yaml";
    private static final String TOOLS = "tools.yaml";

    private OwnSettings() {}

    /**
     * Settings by name of the model and of the server; none without the files.
     *
     * @throws NovumException with {@code CONFIGURATION} naming what is wrong with them
     */
    static StudyReader.Own of(Path home) {
        ObjectNode models = read(home.resolve(MODELS), "models");
        ModelsReader.read(models);
        return new StudyReader.Own(models, read(home.resolve(TOOLS), "servers"));
    }

    private static ObjectNode read(Path file, String of) {
        if (!Files.exists(file)) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode tree = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(Files.readString(file));
            if (!(tree instanceof ObjectNode settings)) {
                throw new NovumException(
                        ExitCode.CONFIGURATION, file + ": is a mapping from names of " + of + " to their settings");
            }
            return settings;
        } catch (JsonProcessingException broken) {
            // Without the cause, whose message quotes the file.
            throw new NovumException(ExitCode.CONFIGURATION, file + ": is not YAML");
        } catch (IOException unreadable) {
            throw new NovumException(
                    ExitCode.CONFIGURATION, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
