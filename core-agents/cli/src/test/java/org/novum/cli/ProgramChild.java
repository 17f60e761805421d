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

/** Starts {@link HaltingProgram} as a process of its own. */
final class ProgramChild {
    private final Path folder;
    private final String classPath;

    /**
     * @param folder for what all children share; its class archive is written by the first child that ends by itself
     */
    ProgramChild(Path folder) throws IOException {
        this.folder = folder;
        this.classPath = jars(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    }

    /** Starts it; standard error is discarded into a file that a failing test can show. */
    Process start(Path home, int crossings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // Killed children cannot remove the libraries that they unpack.
                "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                "-D" + HaltingProgram.CROSSINGS + "=" + crossings,
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
    private String jars(String path) throws IOException {
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
