package org.novum.models.live;

import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.models.ModelClient;
import org.novum.models.settings.ModelSettings;
import org.novum.models.settings.ModelSource;
import org.novum.models.settings.Secret;
import org.novum.models.settings.Secrets;

/**
 * Models at their addresses.
 *
 * @param secrets that hold their keys
 */
public record LiveModels(Secrets secrets) implements ModelSource {
    @Override
    public ModelClient open(ModelSettings settings) {
        Optional<Secret> key = settings.keyVariable().map(variable -> secrets.find(variable)
                .orElseThrow(() -> new NovumException(
                        ExitCode.CONFIGURATION,
                        "model " + settings.card().name() + ": its key is missing; set the environment variable " + variable
                                + " or write " + variable + "=… into " + Secrets.FILE + " in NOVUM_HOME")));
        return new LangChainClient(settings, key);
    }
}
