package org.novum.runtime.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.study.ForeignServer;

/**
 * A tool that the configuration admits, and that its server offers as it was when it was admitted.
 *
 * @param server its name in the study
 * @param tool as offered
 * @param admission that pins it
 * @param form of its arguments
 */
public record AdmittedTool(String server, OfferedTool tool, ForeignServer.Admission admission, ToolForm form) {
    /**
     * Compares what is offered with what was admitted.
     *
     * @throws NovumException with {@code REFUSED} if it is another tool than the one that was admitted, with {@code
     *     CONFIGURATION} if its schema or the admission cannot be used
     */
    public static AdmittedTool of(String server, OfferedTool tool, ForeignServer.Admission admission) {
        changed(tool, admission).ifPresent(change -> {
            throw new NovumException(ExitCode.REFUSED, "tools." + server + ": " + change);
        });
        String key = "tools." + server + ".admit." + tool.name();
        ToolForm form;
        try {
            form = new ToolForm(tool);
        } catch (IllegalArgumentException unusable) {
            throw new NovumException(ExitCode.CONFIGURATION, key + ": cannot be used: " + unusable.getMessage(), unusable);
        }
        if (!form.unknown(admission).isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION, key + ": the tool has no arguments called " + form.unknown(admission));
        }
        return new AdmittedTool(server, tool, admission, form);
    }

    /** How a tool differs from the one that was admitted. */
    public static Optional<String> changed(OfferedTool tool, ForeignServer.Admission admission) {
        String found = tool.digest().hex();
        return found.equals(admission.digest())
                ? Optional.empty()
                : Optional.of("the tool " + tool.name() + " is not the one that was admitted: its description or schema has changed"
                        + " (digest " + found.substring(0, 12) + "…, admitted " + admission.digest().substring(0, 12)
                        + "…); it is not called. Look at it with novum tools before you admit it anew");
    }

    /** {@code server/tool}. */
    public String name() {
        return server + "/" + tool.name();
    }

    /**
     * Arguments with those that are fixed.
     *
     * @throws IllegalArgumentException saying which does not fit
     */
    public ObjectNode arguments(JsonNode given) {
        if (!(given instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the arguments are no JSON object");
        }
        ObjectNode all = object.deepCopy();
        admission.fixed().properties().forEach(fixed -> {
            if (object.has(fixed.getKey())) {
                throw new IllegalArgumentException(fixed.getKey() + " is fixed by the configuration");
            }
            all.set(fixed.getKey(), fixed.getValue());
        });
        form.problem(all).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return all;
    }
}
