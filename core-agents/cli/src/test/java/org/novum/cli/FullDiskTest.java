package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.archives.ArchivePlaces;
import org.novum.journal.StorageFullException;
import org.novum.runtime.Observers;
import org.novum.runtime.RunListener;
import picocli.CommandLine;

/** A run that meets a full disk parks with one line, and goes on when there is room. */
class FullDiskTest {
    @TempDir
    private Path folder;

    private record Told(int code, String error) {}

    private Told novum(Observers observers, Path home, Object... words) {
        StringWriter error = new StringWriter();
        Workbench workbench = new Workbench(
                observers, new Workbench.Surroundings(InstantSource.system(), new ArchivePlaces(home, Optional.empty())));
        CommandLine line = Main.commandLine(workbench)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(error, true));
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        return new Told(line.execute(arguments), error.toString());
    }

    /** Wherever the disk is full, resuming brings the run to the end it would have had. */
    @Test
    void theRunParksAndResumesWhereverTheDiskIsFull() throws IOException {
        Path study = FieldTrial.write(folder);
        Path usual = folder.resolve("usual");
        AtomicInteger crossings = new AtomicInteger();
        Observers counting = new Observers(RunListener.NONE, (_, _) -> crossings.incrementAndGet());
        assertThat(novum(counting, usual, "run", study, "--out", usual.resolve("out")).code()).isZero();
        for (int full = 1; full <= crossings.get(); full += 9) {
            Path home = folder.resolve("full-" + full);
            Path out = home.resolve("out");
            Told parked = novum(fullAt(full), home, "run", study, "--out", out);
            assertThat(parked.code()).isEqualTo(ExitCode.CANNOT_WRITE.code());
            assertThat(parked.error().lines().toList().getLast()).startsWith("novum: ").contains("make space", "resume");
            assertThat(novum(Observers.NONE, home, "resume", out).code()).isZero();
            assertThat(out.resolve("findings.json")).hasSameBinaryContentAs(usual.resolve("out/findings.json"));
            assertThat(novum(Observers.NONE, home, "verify", out).code()).isZero();
        }
    }

    private static Observers fullAt(int crossing) {
        AtomicInteger left = new AtomicInteger(crossing);
        return new Observers(RunListener.NONE, (boundary, _) -> {
            if (left.decrementAndGet() == 0) {
                throw new StorageFullException(
                        Path.of("journal.db"), "the disk is full", new IOException("No space left on device at " + boundary));
            }
        });
    }

    /** On a real file system of a few hundred kilobytes, filled more and more; needs the right to mount one. */
    @Test
    void aSmallFileSystemFillsUpAndIsCleared() throws IOException, InterruptedException {
        Path study = FieldTrial.write(folder);
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Path usual = folder.resolve("usual");
        assertThat(novum(Observers.NONE, usual, "run", study, "--out", usual.resolve("out")).code()).isZero();
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
                "mounting a small file system is not allowed here; the other test covers the run");
        try {
            int parked = 0;
            for (int room = 60_000; room < 900_000; room += 60_000) {
                Path out = disk.resolve("out");
                Path home = folder.resolve("home-" + room);
                Files.write(disk.resolve("ballast"), new byte[2_000_000 - room]);
                Told told = novum(Observers.NONE, home, "run", study, "--out", out);
                if (told.code() != 0) {
                    parked++;
                    assertThat(told.code()).describedAs(told.error()).isEqualTo(ExitCode.CANNOT_WRITE.code());
                    assertThat(told.error().lines().toList().getLast()).startsWith("novum: ").contains("resume");
                }
                Files.delete(disk.resolve("ballast"));
                if (told.code() != 0) {
                    assertThat(goOn(home, study, out)).isZero();
                }
                assertThat(out.resolve("findings.json")).hasSameBinaryContentAs(usual.resolve("out/findings.json"));
                assertThat(novum(Observers.NONE, home, "verify", out).code()).isZero();
                command("find", out.toString(), "-delete");
            }
            assertThat(parked).isPositive();
        } finally {
            assertThat(command("umount", disk.toString())).isTrue();
        }
    }

    /** A disk that was full from the start holds no run yet; then it is run again, as the message says. */
    private int goOn(Path home, Path study, Path out) {
        Told resumed = novum(Observers.NONE, home, "resume", out);
        return resumed.code() == ExitCode.NO_INPUT.code()
                ? novum(Observers.NONE, home, "run", study, "--out", out).code()
                : resumed.code();
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException unknown) {
            // No such program here, so no such right either.
            return false;
        }
    }
}
