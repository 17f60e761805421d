package org.novum.cli;

import org.novum.api.ExitCode;
import picocli.CommandLine;

/** Says in one line what is wrong with the command line, and where its help is. */
record UsageFailures(CommandLine.IParameterExceptionHandler usual) implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("novum: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        line.getErr().flush();
        return ExitCode.USAGE.code();
    }
}
