package org.novum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.novum.api.ExitCode;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.replay.ReplayReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Run every pure step of a bundle again and derive its findings byte for byte.")
final class ReplayCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "DIR", description = "Folder of the bundle, wherever it was copied to.")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec;

    ReplayCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Console console = new Console(out, spec.commandLine().getErr());
        RunEnvironment environment = workbench.environment();
        try (var _ = environment.allocator(); console) {
            ReplayReport report = workbench.research(environment, console).replay(folder);
            console.close();
            if (report.ok()) {
                out.println("Replayed: " + Bundle.FINDINGS + " was derived again, byte for byte ("
                        + report.findings().length + " bytes).");
                return ExitCode.OK.code();
            }
            out.println(report.identical()
                    ? "Not replayed: the record has steps that this run does not come by: " + report.unvisited()
                    : "Not replayed: the derived findings differ from " + folder.resolve(Bundle.FINDINGS));
            return ExitCode.CHECK_FAILED.code();
        }
    }
}
