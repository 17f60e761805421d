package org.novum.literature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.literature.Librarian;
import org.novum.api.literature.Library;
import org.novum.api.literature.Work;
import org.novum.literature.embedding.Embedder;
import org.novum.literature.embedding.MiniLm;

/** Reads {@code .bib}, {@code .pdf}, {@code .txt} and {@code .md} files of a folder. */
public final class FolderLibrarian implements Librarian {
    /** A file that is longer is no paper. */
    private static final long BYTES = 100_000_000;

    private final Supplier<Embedder> embedder;

    /** With the embedding in this process. */
    public FolderLibrarian() {
        this(MiniLm::new);
    }

    FolderLibrarian(Supplier<Embedder> embedder) {
        this.embedder = embedder;
    }

    @Override
    public Library read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new NovumException(ExitCode.NO_INPUT, "literature: " + folder + " is no folder");
        }
        List<Document> documents = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try {
                for (Document document : read(file, name)) {
                    documents.add(named(document, keys));
                }
            } catch (IOException unreadable) {
                problems.add(name + " " + unreadable.getMessage());
            }
        }
        if (documents.isEmpty()) {
            throw new NovumException(
                    ExitCode.NO_INPUT,
                    "literature: " + folder + " holds no .bib, .pdf, .txt or .md that can be read" + (problems.isEmpty() ? "" : ": " + problems.getFirst()));
        }
        return new EmbeddedLibrary(documents, problems, embedder.get());
    }

    private static List<Document> read(Path file, String name) throws IOException {
        if (Files.size(file) > BYTES) {
            throw new IOException("has more than " + BYTES + " bytes");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".bib")) {
            return BibtexReader.read(file, name);
        }
        return List.of(lower.endsWith(".pdf") ? PaperReader.pdf(file, name) : PaperReader.text(file, name));
    }

    /** A key that is taken gets a number. */
    private static Document named(Document document, Set<String> keys) {
        Work work = document.work();
        String key = work.key();
        for (int again = 2; !keys.add(key); again++) {
            key = work.key() + "-" + again;
        }
        return document.named(new Work(key, work.title(), work.authors(), work.year(), work.identifier(), work.file()));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".+\\.(bib|pdf|txt|md)"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }
}
