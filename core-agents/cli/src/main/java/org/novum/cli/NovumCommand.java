package org.novum.cli;

import org.novum.runtime.NovumVersion;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code novum} itself: it only shows its help. */
@Command(
        name = "novum",
        mixinStandardHelpOptions = true,
        versionProvider = NovumCommand.Version.class,
        header = "Agents propose, statistics dispose: research runs that pre-register, pay and replay.",
        description = "%nStart with: novum demo",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:a check of verify or replay failed",
            "64:the command line is wrong",
            "65:the input data are wrong",
            "66:a file, dataset or bundle is not there",
            "69:a service or address could not be reached, or refuses",
            "70:a defect of Novum",
            "71:the memory is used up; give the program more, or fewer data at once",
            "73:output could not be written, or the disk is full; resume when there is space",
            "75:another process holds the run or the ledger",
            "77:one of the laws forbids it",
            "78:the study file is wrong"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  NOVUM_HOME    folder of ledgers and caches (default ~/.novum)",
            "  NOVUM_MIRROR  folder with copies of the catalogue's datasets",
            "  NOVUM_TOKEN   what callers of 'novum serve' must show",
            "  NOVUM_DEBUG   set to 1 to see the stack trace of a failure"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ChatCommand.class,
            ApproveCommand.class,
            ResumeCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            CallCommand.class,
            WatchCommand.class,
            ServeCommand.class,
            McpCommand.class,
            ToolsCommand.class,
            ListCommand.class,
            DataCommand.class,
            LiteratureCommand.class,
            LedgerCommand.class,
            AutoComplete.GenerateCompletion.class,
            HelpCommand.class
        })
final class NovumCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do; start with: novum demo");
    }

    /** Version of the program and of Java. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"novum " + NovumVersion.current(), "Java " + Runtime.version()};
        }
    }
}
