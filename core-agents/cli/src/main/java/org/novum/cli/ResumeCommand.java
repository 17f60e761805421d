package org.novum.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.novum.runtime.RunEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Continue an interrupted run; what is recorded is not done again.")
final class ResumeCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "DIR", description = "Folder of the run.")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec;

    ResumeCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        RunEnvironment environment = workbench.environment();
        try (var _ = environment.allocator(); console) {
            console.conclude(workbench.research(environment, console).resume(folder), folder);
        }
        return 0;
    }
}
