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

/** The models that a user keeps at hand for all studies, in {@code models.yaml} of the home folder. */
final class OwnModels {
    /** Name of the file. */
    static final String FILE = "models.yaml";

    private OwnModels() {}

    /**
     * Settings by name of the model; none without the file.
     *
     * @throws NovumException with {@code CONFIGURATION} naming what is wrong with it
     */
    static ObjectNode of(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode tree = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(Files.readString(file));
            if (!(tree instanceof ObjectNode models)) {
                throw new NovumException(
                        ExitCode.CONFIGURATION, file + ": is a mapping from names of models to their settings");
            }
            ModelsReader.read(models);
            return models;
        } catch (JsonProcessingException broken) {
            // Without the cause, whose message quotes the file.
            throw new NovumException(ExitCode.CONFIGURATION, file + ": is not YAML");
        } catch (IOException unreadable) {
            throw new NovumException(
                    ExitCode.CONFIGURATION, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
