package org.novum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.novum.archives.CatalogueEntry;
import org.novum.archives.Fetched;
import org.novum.archives.Fetcher;
import org.novum.archives.address.ArchiveAddresses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum data get}. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Fetch datasets or files of archives from cache, mirror or network, check them, and say where they are.")
final class DataGetCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "A dataset of the catalogue (see: novum list datasets), or a file of an archive: cern:RECORD/FILE,"
                    + " sdss:spec-PLATE-MJD-FIBER, lamost:RELEASE/VERSION/OBSID, swpc:PATH, jsoc:SERIES[RECORDS]?key=NAMES.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--renew",
            description = "Fetch again what has no published digest, and trust what comes; for files that their archive changes.")
    private boolean renew;

    @Spec
    private CommandSpec spec;

    DataGetCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Fetcher fetcher = new Fetcher(workbench.places());
        for (String name : names) {
            try (FetchConsole console = new FetchConsole()) {
                if (ArchiveAddresses.isAddress(name)) {
                    tell(renew ? fetcher.renew(name, console) : fetcher.fetch(name, console));
                } else {
                    CatalogueEntry entry = workbench.catalogue().entry(DataCommand.bare(name));
                    Path file = renew ? fetcher.renew(entry, console) : fetcher.fetch(entry, console);
                    tell(entry, file, fetcher.digest(entry).orElseThrow());
                }
            }
        }
        return 0;
    }

    private void tell(CatalogueEntry entry, Path file, String digest) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(file);
        out.println("SHA-256 " + digest + " of the decompressed content: " + (entry.isListed() ? "checked" : "as it first arrived"));
        out.println("Licence " + entry.licence() + "; cite: " + entry.citation());
        out.flush();
    }

    private void tell(Fetched fetched) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(fetched.file());
        out.println("SHA-256 " + fetched.sha256() + " of the decompressed content: as it first arrived");
        out.println("From " + fetched.url());
        out.flush();
    }
}
