package org.novum.cli;

import org.novum.runtime.Observers;
import picocli.CommandLine;

/** The entry of the program. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        StandardError.takeBack();
        System.exit(run(arguments, Observers.NONE));
    }

    /**
     * Runs one command.
     *
     * @param observers who watch the run besides the console; fault tests halt the process at journal boundaries
     * @return the exit code
     */
    public static int run(String[] arguments, Observers observers) {
        CommandLine line = commandLine(new Workbench(observers));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError used) {
            return Failures.memory(used, line.getErr());
        }
    }

    static CommandLine commandLine(Workbench workbench) {
        CommandLine line = new CommandLine(new NovumCommand(), new Commands(workbench));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(new Failures());
        line.setParameterExceptionHandler(new UsageFailures(line.getParameterExceptionHandler()));
        return line;
    }
}
