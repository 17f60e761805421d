package org.novum.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.novum.api.study.Study;
import org.novum.runtime.RunEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a study to its end and write its evidence bundle.")
final class RunCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "STUDY", description = "A study file, or the name of a shipped study.")
    private String study = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the evidence bundle.")
    private Path out = Path.of("");

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    RunCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Study asked = workbench.study(Examples.study(study), options.overrides());
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        RunEnvironment environment = workbench.environment();
        try (var _ = environment.allocator(); console) {
            console.begin(asked);
            console.conclude(workbench.research(environment, console).run(asked, options.seed(), out), out);
        }
        return 0;
    }
}
