package org.novum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.runtime.approval.ApprovalFiles;
import org.novum.runtime.approval.Decision;
import org.novum.runtime.approval.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum approve}. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Show the plan of a run that waits for approval, and, with --by, let it be registered. Then: novum resume DIR.")
final class ApproveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder of the run.")
    private Path folder = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", description = "Who approves; without it the plan is only shown.")
    private @Nullable String by;

    @Option(names = "--withdraw", paramLabel = "N,N", split = ",", description = "Numbers of hypotheses that are not to be tested. They are registered and paid all the same, and count as not passed.")
    private List<Integer> withdraw = new ArrayList<>();

    @Option(names = "--remark", paramLabel = "TEXT", defaultValue = "", description = "For the record.")
    private String remark = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ApprovalFiles files = new ApprovalFiles(folder);
        Waiting waiting = files.waiting()
                .orElseThrow(() -> new NovumException(ExitCode.NO_INPUT, folder + ": no plan waits for approval"));
        PlanText.print(out, waiting);
        if (by == null) {
            out.println("Approve it with: novum approve " + folder + " --by NAME");
            return 0;
        }
        files.keep(decision(waiting, by, withdraw, remark));
        out.println("Approved; go on with: novum resume " + folder);
        return 0;
    }

    /**
     * A decision on the plan.
     *
     * @param numbers of hypotheses to withdraw, from 1
     */
    static Decision decision(Waiting waiting, String by, List<Integer> numbers, String remark) {
        int members = waiting.plan().family().size();
        numbers.stream().filter(number -> number < 1 || number > members).findFirst().ifPresent(wrong -> {
            throw new NovumException(ExitCode.USAGE, "there is no hypothesis " + wrong + "; they are numbered 1 to " + members);
        });
        return new Decision(
                waiting.digest(),
                numbers.stream().distinct().sorted().map(number -> waiting.plan().family().get(number - 1).id()).toList(),
                by,
                remark);
    }
}
