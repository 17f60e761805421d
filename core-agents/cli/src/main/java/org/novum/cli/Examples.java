package org.novum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** The folder of examples beside the launcher, which names it in the system property {@code novum.examples}. */
final class Examples {
    private static final String ENDING = ".yaml";

    private Examples() {}

    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("novum.examples"))
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    /** The study file of a path, or of the name of a shipped study. */
    static Path study(String given) {
        Path path = Path.of(given);
        if (Files.isRegularFile(path)) {
            return path;
        }
        String name = given.endsWith(ENDING) ? given : given + ENDING;
        return folder()
                .map(folder -> folder.resolve("studies").resolve(name))
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new NovumException(
                        ExitCode.NO_INPUT,
                        given + ": neither a study file nor the name of a shipped study; those are " + names()));
    }

    /** Names of the shipped studies. */
    static List<String> names() {
        Optional<Path> studies = folder().map(folder -> folder.resolve("studies")).filter(Files::isDirectory);
        if (studies.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(studies.get())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new NovumException(
                    ExitCode.NO_INPUT, studies.get() + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
