package org.novum.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.Strength;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.Verification;
import org.novum.report.LedgerRow;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.ledger.LedgerView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum ledger}. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Show what has been asked of an experiment, what it cost and what was decided.")
final class LedgerCommand implements Callable<Integer> {
    private static final int STATEMENT = 52;

    private final Workbench workbench;

    @Parameters(paramLabel = "EXPERIMENT", arity = "0..1", description = "Its name; without it all experiments are listed.")
    private @Nullable String experiment;

    @Spec
    private CommandSpec spec;

    LedgerCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RunEnvironment environment = workbench.environment();
        try (var _ = environment.allocator()) {
            LedgerFiles files = LedgerFiles.of(environment);
            List<String> known = files.experiments().stream()
                    .filter(name -> isInUse(files, name))
                    .toList();
            if (experiment == null) {
                known.forEach(name -> summary(out, files, name));
                if (known.isEmpty()) {
                    out.println("No experiment has asked anything yet (" + files.folder() + ").");
                }
                return 0;
            }
            if (!known.contains(experiment)) {
                throw new NovumException(
                        ExitCode.NO_INPUT, "no experiment " + experiment + " in " + files.folder() + "; known are " + known);
            }
            show(out, files);
        }
        return 0;
    }

    /** A run that failed early leaves an empty ledger, of which there is nothing to tell. */
    private static boolean isInUse(LedgerFiles files, String name) {
        try (ExperimentLedgerStore store = files.open(name)) {
            return !store.state().entries().isEmpty();
        }
    }

    private static void summary(PrintWriter out, LedgerFiles files, String name) {
        try (ExperimentLedgerStore store = files.open(name)) {
            List<LedgerRow> rows = LedgerView.rows(store.state());
            long accepted = rows.stream().filter(LedgerRow::accepted).count();
            out.println(String.format(
                    Locale.ROOT,
                    "%-28s %,6d asked, %,5d accepted, %d registrations",
                    name,
                    rows.size(),
                    accepted,
                    store.state().registrations().size()));
        }
    }

    private void show(PrintWriter out, LedgerFiles files) {
        try (ExperimentLedgerStore store = files.open(experiment)) {
            out.println(String.format(
                    Locale.ROOT, "%5s  %-12s  %9s  %9s  %9s  %-8s  %s", "index", "registration", "paid", "level", "p", "decision", "hypothesis"));
            String registration = "";
            for (LedgerRow row : LedgerView.rows(store.state())) {
                boolean first = !row.registration().equals(registration);
                registration = row.registration();
                out.println(String.format(
                        Locale.ROOT,
                        "%5d  %-12s  %9s  %9.3g  %9s  %-8s  %s",
                        row.index(),
                        row.registration().substring(0, 12),
                        first ? String.format(Locale.ROOT, "%.3g", row.spent()) : "\"",
                        row.level(),
                        strength(row.strength()),
                        row.accepted() ? "accepted" : "-",
                        shortened(row.statement())));
            }
            Verification verification = store.verify();
            out.println(verification.ok()
                    ? "The ledger's hash chain holds."
                    : "THE LEDGER WAS CHANGED: " + verification.firstFailure().orElse(""));
        }
    }

    private static String strength(Strength strength) {
        return switch (strength) {
            case Strength.PValue p when p.log10() < -4 -> String.format(Locale.ROOT, "1e%.1f", p.log10());
            case Strength.PValue p -> String.format(Locale.ROOT, "%.3g", StrictMath.pow(10, p.log10()));
            case Strength.EValue e -> String.format(Locale.ROOT, "e=1e%.1f", e.log10());
            case Strength.Untested _ -> "untested";
        };
    }

    private static String shortened(String statement) {
        return statement.length() <= STATEMENT ? statement : statement.substring(0, STATEMENT - 1) + "…";
    }
}
