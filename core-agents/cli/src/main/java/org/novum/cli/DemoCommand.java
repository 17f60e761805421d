package org.novum.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novum.api.NovumException;
import org.novum.api.study.Study;
import org.novum.archives.CatalogueEntry;
import org.novum.archives.Fetcher;
import org.novum.report.FindingsDocument;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.study.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code novum demo}: a real study on real data, or on generated data whose truth is revealed at the end. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Run a study to its end in under a minute.",
            "It searches real CMS collisions for states that decay to two muons if the cache, a mirror or the network gives"
                    + " them; otherwise generated channels, whose hidden truth it reveals and scores at the end."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String REAL_STUDY = "upsilon-mumu";
    private static final String REAL_DATA = "Ymumu";
    private static final String PLANTED_STUDY = "planted-demo";
    private static final long SEED = 1;

    private final Workbench workbench;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the evidence bundle (default: novum-demo).")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    DemoCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        PrintWriter error = spec.commandLine().getErr();
        Optional<Path> real = realData(error);
        error.println(real.map(file -> "Data: real CMS dimuon events, " + file)
                .orElse("Data: generated channels with hidden states and traps, since no real data can be had here"));
        error.flush();
        Study study = new StudyReader()
                .read(Examples.study(real.isPresent() ? REAL_STUDY : PLANTED_STUDY), List.of());
        Path folder = out == null ? freeFolder() : out;
        Console console = new Console(spec.commandLine().getOut(), error);
        RunEnvironment environment = workbench.environment();
        FindingsDocument document;
        try (var _ = environment.allocator();
                console) {
            console.begin(study);
            document = workbench.research(environment, console).run(study, SEED, folder);
            console.conclude(document, folder);
        }
        if (real.isEmpty()) {
            new PlantedScore(spec.commandLine().getOut()).reveal(study.data().uris().getFirst(), document);
        }
        return 0;
    }

    /** The real data, fetched if need be; empty where neither cache, mirror nor network gives them. */
    private Optional<Path> realData(PrintWriter error) {
        CatalogueEntry entry = workbench.catalogue().entry(REAL_DATA);
        Fetcher fetcher = new Fetcher(workbench.places());
        Optional<Path> local = fetcher.local(entry);
        if (local.isPresent()) {
            return local;
        }
        try {
            return Optional.of(fetcher.fetch(entry, new FetchConsole()));
        } catch (NovumException unreachable) {
            error.println("No real data: " + unreachable.getMessage());
            return Optional.empty();
        }
    }

    private static Path freeFolder() {
        Path folder = Path.of("novum-demo");
        for (int number = 2; Files.exists(folder); number++) {
            folder = Path.of(String.format(Locale.ROOT, "novum-demo-%d", number));
        }
        return folder;
    }
}
