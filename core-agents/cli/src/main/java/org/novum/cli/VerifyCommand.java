package org.novum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.novum.api.ExitCode;
import org.novum.journal.Check;
import org.novum.journal.Verification;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.replay.BundleVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Prove a bundle from its own bytes: hash chain, blobs, registrations before openings, and the way from"
                + " each number to the step that made it.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder of the bundle.")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Verification verification = BundleVerifier.verify(new Bundle(folder));
        for (Check check : verification.checks()) {
            out.println(String.format(
                    Locale.ROOT, "%-6s %-42s %,7d looked at", check.ok() ? "ok" : "FAILED", check.name(), check.examined()));
        }
        List<String> strangers = BundleVerifier.strangers(new Bundle(folder));
        if (!strangers.isEmpty()) {
            out.println("note   not of this bundle, and not looked at: " + String.join(", ", strangers));
        }
        if (verification.ok()) {
            out.println("Verified. Head of the journal: " + verification.head());
            return ExitCode.OK.code();
        }
        out.println("Not verified; the first thing that fails is " + verification.firstFailure().orElse(""));
        return ExitCode.CHECK_FAILED.code();
    }
}
