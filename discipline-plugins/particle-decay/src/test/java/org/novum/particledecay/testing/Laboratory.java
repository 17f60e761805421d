package org.novum.particledecay.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.novum.api.study.Study;
import org.novum.archives.ArchivePlaces;
import org.novum.archives.Catalogue;
import org.novum.archives.DataLocator;
import org.novum.archives.DatasetConnector;
import org.novum.archives.FetchProgress;
import org.novum.journal.BoundaryListener;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.particledecay.ParticleDecay;
import org.novum.particledecay.planted.PlantedConnector;
import org.novum.runtime.Observers;
import org.novum.runtime.Plugins;
import org.novum.runtime.Research;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.RunListener;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.ledger.LedgerView;
import org.novum.runtime.study.StudyReader;
import org.novum.models.settings.ModelSource;
import org.novum.report.LedgerRow;
import org.novum.tabular.TabularConnector;

/** The whole research loop with this discipline, in a folder of its own: NOVUM_HOME, bundles and made-up data. */
public final class Laboratory implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final BufferAllocator allocator = new RootAllocator();

    /** A laboratory in a folder that exists. */
    public Laboratory(Path folder) {
        this.folder = folder;
    }

    /** What a run left. */
    public record Run(Bundle bundle, JsonNode document) {
        /** The findings that were accepted, as evidence or discovery. */
        public List<JsonNode> accepted() {
            List<JsonNode> accepted = new ArrayList<>();
            document.path("findings").forEach(finding -> {
                if (List.of("discovery", "evidence").contains(finding.path("verdict").asText())) {
                    accepted.add(finding);
                }
            });
            return accepted;
        }
    }

    /** The shipped study of this name. */
    public static Path shipped(String study) {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path file = above.resolve("examples/studies/" + study + ".yaml");
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new AssertionError("examples/studies/" + study + ".yaml is not above " + Path.of("").toAbsolutePath());
    }

    /** Runs a study file with seed 1 into the folder of this name. */
    public Run run(Path study, String into, String... overrides) {
        return run(study, 1, into, overrides);
    }

    /** Runs a study file. */
    public Run run(Path study, long seed, String into, String... overrides) {
        Study asked = new StudyReader().read(study, List.of(overrides));
        Bundle bundle = new Bundle(bundle(into));
        research().run(asked, seed, bundle.folder());
        return new Run(bundle, json(bundle.path(Bundle.FINDINGS)));
    }

    /** The folder of a bundle. */
    public Path bundle(String name) {
        return folder.resolve("bundles").resolve(name);
    }

    /** The facade, with the connectors that come with the program and no model. */
    public Research research() {
        return research(ModelSource.NONE);
    }

    /** The facade with models from here. */
    public Research research(ModelSource models) {
        Plugins plugins = new Plugins(
                List.of(new ParticleDecay()),
                List.of(
                        new DatasetConnector(places(), Catalogue.bundled(), FetchProgress.SILENT),
                        new TabularConnector(),
                        new PlantedConnector()),
                models);
        return new Research(
                plugins,
                environment(),
                new DataLocator(places())::find,
                new Observers(RunListener.NONE, BoundaryListener.NONE));
    }

    /** Every hypothesis that the ledger of an experiment knows. */
    public List<LedgerRow> ledger(String experiment) {
        try (ExperimentLedgerStore store = LedgerFiles.of(environment()).open(experiment)) {
            return LedgerView.rows(store.state());
        }
    }

    private ArchivePlaces places() {
        return new ArchivePlaces(
                folder.resolve("home"), Optional.ofNullable(System.getenv("NOVUM_MIRROR")).map(Path::of));
    }

    private RunEnvironment environment() {
        return new RunEnvironment(
                () -> Instant.parse("2026-01-01T00:00:00Z"), folder.resolve("home"), allocator, 2);
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes a data file. */
    public Path write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve("data").resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Fails if Arrow memory did not come back. */
    @Override
    public void close() {
        if (allocator.getAllocatedMemory() != 0) {
            throw new AssertionError("Arrow memory was not returned: " + allocator.toVerboseString());
        }
        allocator.close();
    }
}
