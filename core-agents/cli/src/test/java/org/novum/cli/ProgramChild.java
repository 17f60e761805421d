package org.novum.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Starts {@link HaltingProgram} as a process of its own.
 *
 * <p>The first child leaves an archive of its classes when it ends, which spares the others a third of their work.
 */
final class ProgramChild {
    private final Path archive;
    private final String classPath;

    /** @param folder for what all children share */
    ProgramChild(Path folder) throws IOException {
        this.archive = folder.resolve("classes.jsa");
        this.classPath =
                jars(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), folder);
    }

    /** Starts it; its standard error is appended to a file that a failing test can show. */
    Process start(Path home, HaltingProgram.Halt halt, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive,
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Killed children cannot remove the libraries that they unpack.
                "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                "-D" + HaltingProgram.PLACE + "=" + halt.place(),
                "-D" + HaltingProgram.SUBJECT + "=" + halt.subject(),
                "-D" + HaltingProgram.CROSSING + "=" + halt.crossing(),
                "-cp",
                classPath,
                HaltingProgram.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors(home).toFile()));
        builder.environment().put("NOVUM_HOME", home.toString());
        return builder.start();
    }

    /** Where the children of a home have written their standard error. */
    static Path errors(Path home) {
        return home.resolve("errors.txt");
    }

    /** The lines of its standard output until one starts with a word, or to its end. */
    static List<String> linesTo(BufferedReader out, String word) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith(word)) {
                break;
            }
        }
        return lines;
    }

    /** Class archives take jars only, so that folders of classes become some. */
    private static String jars(String path, Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            Path file = Path.of(entry);
            if (Files.isDirectory(file)) {
                entries.add(jar(file, folder.resolve("classes-" + entries.size() + ".jar")).toString());
            } else if (Files.exists(file)) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
