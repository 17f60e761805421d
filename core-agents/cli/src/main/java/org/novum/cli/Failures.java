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
        error.println("novum: " + Printable.line(String.valueOf(what)));
        if ("1".equals(System.getenv("NOVUM_DEBUG"))) {
            problem.printStackTrace(error);
        }
        error.flush();
        return code.code();
    }

    /** Tells that the memory is used up, on which no handler of exceptions is asked. */
    static int memory(OutOfMemoryError used, PrintWriter error) {
        error.println("novum: the memory is used up (" + used.getMessage()
                + "); give the program more, such as JAVA_TOOL_OPTIONS=-Xmx4g, or fewer data at once");
        if ("1".equals(System.getenv("NOVUM_DEBUG"))) {
            used.printStackTrace(error);
        }
        error.flush();
        return ExitCode.MEMORY.code();
    }

    private static ExitCode code(Exception problem) {
        return problem instanceof NovumException known ? known.exitCode() : ExitCode.SOFTWARE;
    }
}
