package org.novum.runtime.tool;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.study.ForeignServer;

/** Where lines to foreign servers come from: the protocol, or a script. */
@FunctionalInterface
public interface ToolSource {
    /** No server can be reached; what a replay has. */
    ToolSource NONE = (name, _) -> {
        throw new NovumException(
                ExitCode.CONFIGURATION, "tools." + name + ": no foreign tools are wired into this program");
    };

    /**
     * Opens a line.
     *
     * @param name of the server in the study
     * @param server how it is reached, and what its answers may take
     * @throws ToolException if it cannot be reached or does not speak the protocol
     * @throws NovumException with {@code CONFIGURATION} if a variable that it is to get is not set
     */
    ToolLine open(String name, ForeignServer server);
}
