package org.novum.models.settings;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.models.ModelClient;

/** Where clients of models come from: the network, or a script. */
@FunctionalInterface
public interface ModelSource {
    /** No model can be reached; what a replay has. */
    ModelSource NONE = settings -> {
        throw new NovumException(
                ExitCode.CONFIGURATION,
                "model " + settings.card().name() + ": no models are wired into this program");
    };

    /**
     * A client that asks once per call.
     *
     * @throws NovumException with {@code CONFIGURATION} if its key is missing
     */
    ModelClient open(ModelSettings settings);
}
