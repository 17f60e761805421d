package org.novum.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.study.Study;
import org.novum.runtime.Research;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.approval.ApprovalFiles;
import org.novum.runtime.approval.Waiting;
import org.novum.runtime.bundle.Bundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum chat}. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = "Run a study and steer it: every plan waits for you before it is registered. The same command again goes"
                + " on where it was left.")
final class ChatCommand implements Callable<Integer> {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}( *, *\\d{1,6})*");
    private static final String HELP =
            """
            approve [REMARK]   let the plan be registered and tested
            withdraw 2,5       hypotheses that are not to be tested; paid all the same, and counted as not passed
            show               the plan again
            ask QUESTION       ask the model chat (or default) of models.yaml; it advises and decides nothing
            set KEY=VALUE      change the study; only before anything is registered
            again              begin again with the changed study
            quit               leave it waiting; go on later with the same command, or with novum approve
            """;

    private final Workbench workbench;

    @Parameters(paramLabel = "STUDY", description = "A study file, or the name of a shipped study.")
    private String study = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder of the evidence bundle.")
    private Path out = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "Who approves (default ${DEFAULT-VALUE}).")
    private String by = "";

    @Option(names = "--questions", paramLabel = "N", defaultValue = "50", description = "To the model, in all sessions of this run (default ${DEFAULT-VALUE}).")
    private int questions = 50;

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    private final List<String> settings = new ArrayList<>();
    private boolean changed;

    ChatCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (!goOn()) {
            Waiting waiting = new ApprovalFiles(out).waiting().orElseThrow();
            PlanText.print(words(), waiting);
            words().println("Commands: approve, withdraw, show, ask, set, again, quit; help tells more.");
            if (!steer(in, waiting)) {
                words().println("Waiting; go on with the same command, or: novum approve " + out);
                return ExitCode.TEMPORARY.code();
            }
        }
        return 0;
    }

    /** Runs until a plan waits, which is false, or to the end. */
    private boolean goOn() {
        Study asked = asked();
        RunEnvironment environment = workbench.environment();
        try (var _ = environment.allocator();
                Console console = new Console(words(), spec.commandLine().getErr())) {
            Research research = workbench.research(environment, console);
            boolean begun = Files.exists(new Bundle(out).path(Bundle.JOURNAL));
            if (!begun) {
                console.begin(asked);
            }
            console.conclude(begun ? research.resume(out) : research.run(asked, options.seed(), out), out);
            return true;
        } catch (NovumException stopped) {
            if (stopped.exitCode() == ExitCode.TEMPORARY && new ApprovalFiles(out).waiting().isPresent()) {
                return false;
            }
            throw stopped;
        }
    }

    private Study asked() {
        return workbench.study(Examples.study(study), overrides());
    }

    private List<String> overrides() {
        List<String> overrides = new ArrayList<>(options.overrides());
        overrides.addAll(settings);
        overrides.add("approval=plan");
        return overrides;
    }

    /** Hears the person; true if the run can go on. */
    private boolean steer(BufferedReader in, Waiting waiting) throws IOException {
        List<Integer> withdraw = new ArrayList<>();
        while (true) {
            words().print("> ");
            words().flush();
            Optional<String> line = Optional.ofNullable(in.readLine()).map(String::strip);
            if (line.isEmpty()) {
                words().println();
                return false;
            }
            String[] said = line.get().split(" +", 2);
            String rest = said.length > 1 ? said[1] : "";
            try {
                switch (said[0]) {
                    case "" -> { }
                    case "approve" -> {
                        requireUnchanged();
                        new ApprovalFiles(out).keep(ApproveCommand.decision(waiting, by, withdraw, rest));
                        return true;
                    }
                    case "withdraw" -> withdraw(withdraw, rest, waiting);
                    case "show" -> PlanText.print(words(), waiting);
                    case "ask" -> words().println(adviser().ask(out, asked(), waiting, rest));
                    case "set" -> set(rest, waiting);
                    case "again" -> {
                        again(waiting);
                        return true;
                    }
                    case "quit", "exit" -> {
                        return false;
                    }
                    default -> words().print(HELP);
                }
            } catch (NovumException refused) {
                words().println(refused.getMessage());
            }
        }
    }

    private void withdraw(List<Integer> withdraw, String numbers, Waiting waiting) {
        if (!NUMBERS.matcher(numbers).matches()) {
            throw new NovumException(ExitCode.USAGE, "name hypotheses by their numbers, for instance: withdraw 2,5");
        }
        List<Integer> named = Arrays.stream(numbers.split(" *, *")).map(Integer::valueOf).toList();
        ApproveCommand.decision(waiting, by, named, "");
        withdraw.addAll(named);
        words().println("Withdrawn when you approve: " + withdraw);
    }

    private void set(String setting, Waiting waiting) {
        requireFirstRound(waiting);
        settings.add(setting);
        try {
            asked();
        } catch (NovumException wrong) {
            settings.removeLast();
            throw wrong;
        }
        changed = true;
        words().println("The study is changed; again begins it anew.");
    }

    private void again(Waiting waiting) {
        requireFirstRound(waiting);
        new Bundle(out).discardUnlessRegistered();
        changed = false;
    }

    private static void requireFirstRound(Waiting waiting) {
        if (waiting.round() > 1) {
            throw new NovumException(ExitCode.REFUSED, "a plan of this run is registered, so its study stays as it is; begin another run");
        }
    }

    private void requireUnchanged() {
        if (changed) {
            throw new NovumException(ExitCode.REFUSED, "this plan is that of the study before its change; say again first");
        }
    }

    private ChatAdviser adviser() {
        return new ChatAdviser(
                workbench.plugins().models(), OwnSettings.of(workbench.places().home()).models(), questions, workbench.modelBudget(Examples.study(study), overrides()));
    }

    private PrintWriter words() {
        return spec.commandLine().getOut();
    }
}
