package org.novum.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.novum.api.data.DataConnector;
import org.novum.api.discipline.Discipline;
import org.novum.api.literature.Librarian;
import org.novum.api.study.ModelBudget;
import org.novum.api.study.Study;
import org.novum.archives.ArchivePlaces;
import org.novum.archives.Catalogue;
import org.novum.archives.DataLocator;
import org.novum.archives.DatasetConnector;
import org.novum.archives.Fetcher;
import org.novum.fits.FitsConnector;
import org.novum.models.live.LiveModels;
import org.novum.models.settings.Secret;
import org.novum.models.settings.Secrets;
import org.novum.runtime.Observers;
import org.novum.runtime.Plugins;
import org.novum.runtime.Research;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.RunListener;
import org.novum.runtime.study.StudyReader;
import org.novum.server.mcp.client.McpTools;
import org.novum.store.ArrowStore;
import org.novum.store.StoreLimit;

/** Wires the parts of Novum for the commands. */
final class Workbench {
    private final Observers observers;
    private final Surroundings surroundings;

    /** The usual surroundings: the system's clock and the folders that the environment names. */
    Workbench(Observers observers) {
        this(observers, new Surroundings(InstantSource.system(), ArchivePlaces.fromEnvironment()));
    }

    /** @param observers who watch runs besides the console */
    Workbench(Observers observers, Surroundings surroundings) {
        this.observers = observers;
        this.surroundings = surroundings;
    }

    /**
     * What lies outside the program.
     *
     * @param clock stamps journals and ledgers
     * @param places home folder and mirror
     */
    record Surroundings(InstantSource clock, ArchivePlaces places) {}

    /** The installed disciplines and connectors; the catalogue's connector reports its downloads to the console. */
    Plugins plugins() {
        List<Discipline> disciplines = new ArrayList<>();
        ServiceLoader.load(Discipline.class).forEach(disciplines::add);
        disciplines.sort(Comparator.comparing(discipline -> discipline.card().name()));
        List<DataConnector> readers = readers();
        List<DataConnector> connectors = new ArrayList<>();
        Catalogue catalogue = catalogue();
        Fetcher fetcher = new Fetcher(places());
        connectors.add(new FetchedFiles(catalogue, fetcher, new Plugins(List.of(), readers)));
        connectors.add(new DatasetConnector(fetcher, catalogue, new FetchConsole()));
        connectors.add(new CatalogueSpectra(catalogue, fetcher, new FetchConsole()));
        connectors.addAll(readers);
        ArrowStore store = store();
        Secrets secrets = new Secrets(System.getenv(), places().home());
        return new Plugins(
                disciplines,
                connectors.stream().map(store::storing).toList(),
                new LiveModels(secrets),
                new McpTools(name -> secrets.find(name).map(Secret::reveal)),
                librarian());
    }

    /** Connectors that read what is on this machine, by their names. */
    private static List<DataConnector> readers() {
        List<DataConnector> readers = new ArrayList<>();
        for (DataConnector connector : ServiceLoader.load(DataConnector.class)) {
            switch (connector) {
                case DatasetConnector _ -> { } // which fetches
                case FitsConnector _ -> readers.add(new FitsConnector(Path.of(""), new ScanConsole()));
                default -> readers.add(connector);
            }
        }
        readers.sort(Comparator.comparing(connector -> connector.card().name()));
        return readers;
    }

    /** Who reads folders of publications, where the optional module is installed. */
    static Optional<Librarian> librarian() {
        return ServiceLoader.load(Librarian.class).findFirst();
    }

    /**
     * Reads a study, with the models and foreign servers of the user's configuration at hand.
     *
     * @param file of the study
     * @param overrides {@code key=value}
     */
    Study study(Path file, List<String> overrides) {
        return new StudyReader(OwnSettings.of(places().home())).read(file, overrides);
    }

    /** What a study lets models spend. */
    ModelBudget modelBudget(Path file, List<String> overrides) {
        return new StudyReader(OwnSettings.of(places().home())).modelBudget(file, overrides);
    }

    /** The facade of the research loop, with a listener that prints. */
    Research research(RunEnvironment environment, RunListener console) {
        RunListener both = event -> {
            console.happened(event);
            observers.events().happened(event);
        };
        return new Research(
                plugins(), environment, new DataLocator(places())::find, new Observers(both, observers.boundaries()));
    }

    /** A fresh environment; its allocator belongs to the caller. */
    RunEnvironment environment() {
        BufferAllocator allocator = new RootAllocator();
        return new RunEnvironment(
                surroundings.clock(), places().home(), allocator, Runtime.getRuntime().availableProcessors());
    }

    /** Columns of sources that were opened before, below the home folder. */
    ArrowStore store() {
        return new ArrowStore(
                places().home().resolve("store"),
                StoreLimit.of(System.getenv().getOrDefault("NOVUM_STORE_SIZE", "")),
                new StoreConsole());
    }

    /** Home folder and mirror. */
    ArchivePlaces places() {
        return surroundings.places();
    }

    /** The dataset catalogue: the shipped one, and the user's own. */
    Catalogue catalogue() {
        return Examples.folder()
                .map(folder -> folder.resolve("datasets.yaml"))
                .filter(java.nio.file.Files::isRegularFile)
                .map(Catalogue::read)
                .orElseGet(Catalogue::bundled)
                .withOwn(places());
    }

    /** Where the shipped studies are. */
    Optional<Path> studies() {
        return Examples.folder().map(folder -> folder.resolve("studies"));
    }
}
