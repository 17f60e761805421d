package org.novum.runtime.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.novum.api.data.DataSource;
import org.novum.api.discipline.Discipline;
import org.novum.api.literature.Librarian;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.journal.BoundaryListener;
import org.novum.journal.Digest;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.models.settings.ModelSource;
import org.novum.runtime.DataFinder;
import org.novum.runtime.Observers;
import org.novum.runtime.Plugins;
import org.novum.runtime.Research;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.RunListener;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.tool.ToolSource;
import org.novum.tabular.TabularConnector;

/** A folder with data and a NOVUM_HOME, and the research facade over them. */
public final class Laboratory implements AutoCloseable {
    private final Path folder;
    private final BufferAllocator allocator = new RootAllocator();
    private Discipline discipline = new SignDiscipline();
    private Observers observers = Observers.NONE;
    private ModelSource models = ModelSource.NONE;
    private ToolSource tools = ToolSource.NONE;
    private Optional<Librarian> librarian = Optional.empty();
    private InstantSource clock = () -> Instant.parse("2026-01-01T00:00:00Z");
    private int workers = 2;

    /** A laboratory in this folder, which exists. */
    public Laboratory(Path folder) {
        this.folder = folder;
    }

    /** The same with another discipline. */
    public Laboratory with(Discipline other) {
        this.discipline = other;
        return this;
    }

    /** The same with this listener of boundaries. */
    public Laboratory watchedBy(BoundaryListener listener) {
        this.observers = new Observers(RunListener.NONE, listener);
        return this;
    }

    /** The same with this listener of events. */
    public Laboratory heardBy(RunListener listener) {
        this.observers = new Observers(listener, BoundaryListener.NONE);
        return this;
    }

    /** The same with models from here. */
    public Laboratory reaching(ModelSource source) {
        this.models = source;
        return this;
    }

    /** The same with foreign tools from here. */
    public Laboratory reachingTools(ToolSource source) {
        this.tools = source;
        return this;
    }

    /** The same with somebody who reads literature. */
    public Laboratory readBy(Librarian other) {
        this.librarian = Optional.of(other);
        return this;
    }

    /** The same with nobody who reads literature. */
    public Laboratory readByNobody() {
        this.librarian = Optional.empty();
        return this;
    }

    /** The same with another clock. */
    public Laboratory clockedBy(InstantSource other) {
        this.clock = other;
        return this;
    }

    /** The same with this many workers. */
    public Laboratory workers(int count) {
        this.workers = count;
        return this;
    }

    /** Where NOVUM_HOME is. */
    public Path home() {
        return folder.resolve("home");
    }

    /** The data files: {@code strong} has mean 1, {@code weak} 0.2 and {@code none} 0, of 400 rows each. */
    public Path data() {
        Path data = folder.resolve("data");
        write(data.resolve("strong.csv"), rows(1, 1.0));
        write(data.resolve("weak.csv"), rows(2, 0.2));
        write(data.resolve("none.csv"), rows(3, 0));
        return data;
    }

    /** Keys and unit-variance values around a mean. */
    public static String rows(long seed, double mean) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("key,value\n");
        for (int key = 0; key < 400; key++) {
            text.append(key).append(',').append(mean + random.nextGaussian()).append('\n');
        }
        return text.toString();
    }

    /** Writes a file and its folder. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** A study of all files of the data folder. */
    public Study study() {
        return study("file:" + data() + "/*.csv");
    }

    /** A study of these data with usual options. */
    public static Study study(String uri) {
        return study(uri, JsonNodeFactory.instance.objectNode());
    }

    /** A study of these data. */
    public static Study study(String uri, ObjectNode options) {
        return new Study(
                "signs",
                "Which means differ from 0?",
                "trial",
                "sign",
                new DataSource(List.of(uri), Map.of(), Map.of(), Map.of()),
                options,
                Budget.USUAL);
    }

    /** The facade. */
    public Research research() {
        return new Research(plugins(), environment(), finder(), observers);
    }

    /** The discipline, the CSV connector, and one for {@code catalogue:NAME}. */
    public Plugins plugins() {
        return new Plugins(
                List.of(discipline),
                List.of(new TabularConnector(), new CatalogueFake(folder.resolve("data"))),
                models,
                tools,
                librarian);
    }

    /** An environment with a clock that stands. */
    public RunEnvironment environment() {
        return new RunEnvironment(clock, home(), allocator, workers);
    }

    /** The ledger of the experiment. */
    public ExperimentLedgerStore ledger() {
        return LedgerFiles.of(environment()).open("trial");
    }

    /** Looks into the folders by digest, and into {@code mirror} beside the data. */
    private DataFinder finder() {
        return (sha256, fileName, folders) -> Stream.concat(
                        folders.stream(), Stream.of(folder.resolve("mirror")))
                .filter(Files::isDirectory)
                .flatMap(Laboratory::files)
                .filter(file -> Digest.of(bytes(file)).hex().equals(sha256))
                .findFirst();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The bytes of a file. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Copies a folder. */
    public static Path copy(Path from, Path to) {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
            return to;
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
