package org.novum.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.novum.api.literature.Librarian;
import org.novum.api.literature.Library;
import org.novum.api.literature.Passage;
import org.novum.api.literature.Work;
import org.novum.journal.Digest;

/**
 * Reads the {@code .txt} files of a folder: the first line is a title, the second names authors, the rest is one passage. The
 * likeness to any question falls from file to file.
 */
public final class ShelfFake implements Librarian {
    private int reads;

    /** How often a folder was read. */
    public int reads() {
        return reads;
    }

    @Override
    public Library read(Path folder) {
        reads++;
        List<Work> works = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Path file : files(folder)) {
            List<String> lines = lines(file);
            String name = file.getFileName().toString();
            String key = name.replace(".txt", "");
            works.add(new Work(key, lines.get(0), lines.get(1), "2001", "10.0/" + key, name));
            String text = String.join(" ", lines.subList(2, lines.size()));
            passages.add(new Passage(key, 1, 7, text, 1.0 / works.size()));
            all.append(key).append(lines);
        }
        return new Shelf(works, passages, Digest.of(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex());
    }

    private record Shelf(List<Work> works, List<Passage> passages, String sha256) implements Library {
        @Override
        public List<String> problems() {
            return List.of("broken.pdf has no text; is it a scan?");
        }

        @Override
        public List<Passage> find(String question, int most) {
            return passages.subList(0, Math.min(most, passages.size()));
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
