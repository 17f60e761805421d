package org.novum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.novum.api.ExitCode;
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
        description = "Bring datasets of the catalogue to this machine, look at data, and convert them.",
        subcommands = {DataCommand.Get.class, DataCommand.Listing.class, DataCommand.Verify.class, DataShowCommand.class, DataConvertCommand.class})
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: novum data get NAME, show URI or convert URI --out FILE");
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

    /** {@code novum data list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the datasets of the catalogue, and whether cache, mirror or network have them.")
    static final class Listing implements Callable<Integer> {
        private final Workbench workbench;

        @Spec
        private CommandSpec spec;

        Listing(Workbench workbench) {
            this.workbench = workbench;
        }

        @Override
        public Integer call() {
            for (CatalogueEntry entry : workbench.catalogue().entries()) {
                String here = workbench.places().files(entry).isEmpty()
                        ? entry.url().isPresent() ? "network" : "absent"
                        : "here";
                spec.commandLine()
                        .getOut()
                        .println(String.format(Locale.ROOT, "%-8s %-44s %,12d kB  %s", here, entry.name(), entry.bytes() / 1000, entry.title()));
            }
            return 0;
        }
    }

    /** {@code novum data verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Read the copies of datasets in cache and mirror and compare their digests with the catalogue.")
    static final class Verify implements Callable<Integer> {
        private final Workbench workbench;

        @Parameters(paramLabel = "NAME", arity = "0..*", description = "Datasets of the catalogue (default: all that are here).")
        private List<String> names = new ArrayList<>();

        @Spec
        private CommandSpec spec;

        Verify(Workbench workbench) {
            this.workbench = workbench;
        }

        @Override
        public Integer call() {
            List<CatalogueEntry> entries = names.isEmpty()
                    ? workbench.catalogue().entries()
                    : names.stream().map(workbench.catalogue()::entry).toList();
            Fetcher fetcher = new Fetcher(workbench.places());
            boolean sound = true;
            for (CatalogueEntry entry : entries) {
                List<Path> copies = workbench.places().files(entry);
                if (copies.isEmpty() && names.isEmpty()) {
                    continue;
                }
                boolean good = fetcher.local(entry).isPresent();
                sound &= good;
                String told = good ? "ok" : copies.isEmpty() ? "absent" : "changed";
                spec.commandLine().getOut().println(String.format(Locale.ROOT, "%-8s %-44s %s", told, entry.name(), copies.isEmpty() ? "" : copies.getFirst()).stripTrailing());
                spec.commandLine().getOut().flush();
            }
            return (sound ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
        }
    }
}
