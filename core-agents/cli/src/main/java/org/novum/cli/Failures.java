package org.novum.cli;

import java.io.PrintWriter;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import picocli.CommandLine;

/** Turns an exception into one line on standard error and an exit code. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter error = line.getErr();
        ExitCode code = code(problem);
        String what = code == ExitCode.SOFTWARE
                ? "a defect of Novum: " + problem + "; please report it with the trace that NOVUM_DEBUG=1 shows"
                : problem.getMessage();
        error.println("novum: " + what);
        if ("1".equals(System.getenv("NOVUM_DEBUG"))) {
            problem.printStackTrace(error);
        }
        error.flush();
        return code.code();
    }

    private static ExitCode code(Exception problem) {
        return problem instanceof NovumException known ? known.exitCode() : ExitCode.SOFTWARE;
    }
}
