package org.novum.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.novum.archives.CatalogueEntry;
import org.novum.archives.Fetcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum data}. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Bring datasets of the catalogue to this machine.",
        subcommands = DataCommand.Get.class)
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: novum data get NAME");
    }

    /** {@code novum data get}. */
    @Command(
            name = "get",
            mixinStandardHelpOptions = true,
            description = "Fetch a dataset from cache, mirror or network, check it, and say where it is.")
    static final class Get implements Callable<Integer> {
        private final Workbench workbench;

        @Parameters(paramLabel = "NAME", description = "A dataset of the catalogue; see: novum list datasets.")
        private String name = "";

        @Spec
        private CommandSpec spec;

        Get(Workbench workbench) {
            this.workbench = workbench;
        }

        @Override
        public Integer call() {
            CatalogueEntry entry = workbench.catalogue().entry(name);
            Path file = new Fetcher(workbench.places()).fetch(entry, new FetchConsole());
            var out = spec.commandLine().getOut();
            out.println(file);
            out.println("SHA-256 " + entry.sha256() + " of the decompressed content: checked");
            out.println("Licence " + entry.licence() + "; cite: " + entry.citation());
            return 0;
        }
    }
}
