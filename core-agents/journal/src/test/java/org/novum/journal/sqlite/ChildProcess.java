package org.novum.journal.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of the test's own, on the test's class path. */
final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;

    private ChildProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    /**
     * Its standard error is that of the test. Killed children cannot remove SQLite's library, which goes to
     * {@code temporary}.
     */
    static ChildProcess start(Class<?> main, Path temporary, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Up to that many lines; fewer when the process ends before. */
    List<String> lines(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            String line = out.readLine();
            if (line == null) {
                return lines;
            }
            lines.add(line);
        }
        return lines;
    }

    /** SIGKILL, and what it had written before; a last line that was cut short is no acknowledgement. */
    List<String> kill() throws IOException, InterruptedException {
        // Through the handle: the process object would close the pipe and lose what is still in it.
        process.toHandle().destroyForcibly();
        List<String> rest = lines(Integer.MAX_VALUE);
        process.waitFor();
        return rest;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
