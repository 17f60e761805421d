package org.novum.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.study.ForeignServer;
import org.novum.api.study.Study;
import org.novum.runtime.tool.AdmittedTool;
import org.novum.runtime.tool.ForeignText;
import org.novum.runtime.tool.OfferedTool;
import org.novum.runtime.tool.ToolException;
import org.novum.runtime.tool.ToolForm;
import org.novum.runtime.tool.ToolLine;
import org.novum.runtime.tool.ToolSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum tools}. */
@Command(
        name = "tools",
        mixinStandardHelpOptions = true,
        description = "Show what the foreign servers of a study offer, with the digests by which their tools are admitted. Reaches"
                + " the servers and starts their programs; calls no tool.")
final class ToolsCommand implements Callable<Integer> {
    private static final ForeignText TEXT = new ForeignText(List.of());

    private final Workbench workbench;

    @Parameters(paramLabel = "STUDY", description = "A study file, or the name of a shipped study.")
    private String study = "";

    @Option(names = "--set", paramLabel = "key=value", description = "Replace any key of the study file. May be given several times.")
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    ToolsCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Study asked = workbench.study(Examples.study(study), settings);
        if (asked.tools().servers().isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    asked.name() + " names no foreign servers; name them under tools, and say in tools.yaml of NOVUM_HOME or with"
                            + " --set how they are reached");
        }
        PrintWriter out = spec.commandLine().getOut();
        ToolSource source = workbench.plugins().tools();
        ToolException last = null;
        for (Map.Entry<String, ForeignServer> server : asked.tools().servers().entrySet()) {
            try (ToolLine line = source.open(server.getKey(), server.getValue())) {
                show(out, server.getKey(), server.getValue(), line.offer());
            } catch (ToolException failed) {
                if (last != null) {
                    spec.commandLine().getErr().println(last.getMessage());
                }
                last = failed;
            }
        }
        out.flush();
        if (last != null) {
            throw last;
        }
        return 0;
    }

    private static void show(PrintWriter out, String name, ForeignServer server, List<OfferedTool> offered) {
        out.println("tools." + name + ": " + reach(server.reach()));
        for (OfferedTool tool : offered) {
            out.println();
            out.println("  " + TEXT.line(tool.name()) + "  (" + standing(server, tool) + ")");
            if (!tool.description().isBlank()) {
                out.println("    it says: \"" + TEXT.line(tool.description()) + "\"");
            }
            out.println("    arguments: " + arguments(tool));
        }
        out.println();
        out.println("To admit tools of it, put the lines of those that you want into the study:");
        out.println("tools:");
        out.println("  " + name + ":");
        out.println("    admit:");
        offered.forEach(tool -> out.println("      " + key(tool.name()) + ": " + tool.digest().hex()));
        out.println();
        server.admitted().keySet().stream()
                .filter(admitted -> offered.stream().noneMatch(tool -> tool.name().equals(admitted)))
                .forEach(admitted -> out.println("  " + admitted + " is admitted, and the server does not offer it"));
    }

    private static String reach(ForeignServer.Reach reach) {
        return switch (reach) {
            case ForeignServer.Program program -> program.command() + " " + String.join(" ", program.arguments());
            case ForeignServer.Address address -> address.url();
        };
    }

    private static String standing(ForeignServer server, OfferedTool tool) {
        ForeignServer.Admission admission = server.admitted().get(tool.name());
        if (admission == null) {
            return "not admitted";
        }
        return AdmittedTool.changed(tool, admission).isPresent() ? "CHANGED since it was admitted" : "admitted" + analyst(tool, admission);
    }

    private static String analyst(OfferedTool tool, ForeignServer.Admission admission) {
        try {
            List<String> closed = new ToolForm(tool).closedToModels(admission);
            return closed.isEmpty()
                    ? ", offered to the analyst"
                    : ", for calls of the study alone: models may not fill " + closed + "; see fromModels";
        } catch (IllegalArgumentException unusable) {
            return ", but cannot be called: " + unusable.getMessage();
        }
    }

    private static String arguments(OfferedTool tool) {
        List<String> arguments = new ArrayList<>();
        List<String> required = new ArrayList<>();
        tool.schema().path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : tool.schema().path("properties").properties()) {
            String type = property.getValue().path("type").asText("any");
            arguments.add(property.getKey() + " (" + type + (required.contains(property.getKey()) ? ", required)" : ")"));
        }
        return arguments.isEmpty() ? "none" : TEXT.line(String.join(", ", arguments));
    }

    /** A name as a key of YAML. */
    private static String key(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_-]*") ? name : "'" + TEXT.line(name).replace("'", "''") + "'";
    }
}
