package org.novum.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.archives.CatalogueEntry;
import org.novum.archives.Fetcher;
import org.novum.archives.Kept;
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
        subcommands = {DataGetCommand.class, DataCommand.Listing.class, DataCommand.Verify.class, DataShowCommand.class, DataConvertCommand.class})
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: novum data get NAME, show URI or convert URI --out FILE");
    }

    /** The name of a dataset, which may be written as {@code dataset:NAME}. */
    static String bare(String name) {
        return name.replaceFirst("^dataset:", "");
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
            Fetcher fetcher = new Fetcher(workbench.places());
            for (CatalogueEntry entry : workbench.catalogue().entries()) {
                String here = fetcher.copies(entry).isEmpty()
                        ? entry.url().isPresent() ? "network" : "absent"
                        : "here";
                spec.commandLine()
                        .getOut()
                        .println(String.format(Locale.ROOT, "%-8s %-44s %15s  %s", here, entry.name(), size(entry), entry.title()));
            }
            return 0;
        }

        /** In kilobytes, begun ones counted; nothing where the catalogue does not say. */
        private static String size(CatalogueEntry entry) {
            return entry.isListed() ? String.format(Locale.ROOT, "%,d kB", Math.ceilDiv(entry.bytes(), 1000)) : "";
        }
    }

    /** {@code novum data verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Read the copies of datasets in cache and mirror and compare their digests with the catalogue, and files"
                    + " without a published digest with what came first. Without names the store of opened data is read too;"
                    + " damaged columns are taken away, and their sources read again when they are asked for.")
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
                    : names.stream().map(DataCommand::bare).map(workbench.catalogue()::entry).toList();
            Fetcher fetcher = new Fetcher(workbench.places());
            boolean sound = true;
            for (CatalogueEntry entry : entries) {
                List<Path> copies = fetcher.copies(entry);
                if (copies.isEmpty() && names.isEmpty()) {
                    continue;
                }
                boolean good = fetcher.local(entry).isPresent();
                sound &= good;
                String told = good ? "ok" : copies.isEmpty() ? "absent" : "changed";
                tell(told, entry.name(), copies.isEmpty() ? "" : copies.getFirst().toString());
            }
            if (names.isEmpty()) {
                for (Map.Entry<Path, Kept> kept : fetcher.kept().entrySet()) {
                    sound &= kept.getValue() != Kept.CHANGED;
                    tell(kept.getValue().name().toLowerCase(Locale.ROOT), "first fetched", kept.getKey().toString());
                }
                sound &= isStoreSound();
            }
            return (sound ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
        }

        private boolean isStoreSound() {
            try {
                List<Path> damaged = workbench.store().removeDamaged();
                damaged.forEach(file -> tell("removed", "damaged in the store", file.toString()));
                return damaged.isEmpty();
            } catch (IOException e) {
                throw new NovumException(
                        ExitCode.DATA, "the store of opened data cannot be read (" + e.getMessage() + "); it may be deleted at any time", e);
            }
        }

        private void tell(String told, String name, String place) {
            spec.commandLine().getOut().println(String.format(Locale.ROOT, "%-8s %-44s %s", told, name, place).stripTrailing());
            spec.commandLine().getOut().flush();
        }
    }
}
