package org.novum.archives;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.archives.DownloadAttempt.Outcome;

/**
 * Downloads a file over HTTP, resuming what broke off, and gives it its name once its content is verified.
 *
 * <p>One download at a time goes to a host, and one process at a time writes to a cache entry. The proxy is that of the
 * system properties {@code http.proxyHost}, {@code https.proxyHost} and so on.
 */
final class Download {
    private static final Map<String, ReentrantLock> HOSTS = new ConcurrentHashMap<>();

    private final FetchSettings settings;

    Download(FetchSettings settings) {
        this.settings = settings;
    }

    /**
     * Fetches an entry that has a URL.
     *
     * @param target where the verified file goes; a good one that is there already is kept
     * @throws NovumException if the server cannot be reached, or sends something else
     */
    Path fetch(CatalogueEntry entry, Path target, FetchProgress progress) {
        ReentrantLock host = HOSTS.computeIfAbsent(
                String.valueOf(entry.url().orElseThrow().getHost()), any -> new ReentrantLock(true));
        host.lock();
        Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
        try (FileChannel channel =
                        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock();
                HttpClient client = client()) {
            if (lock.isValid() && Files.exists(target) && Verification.holds(target, entry.sha256())) {
                return target; // another process was faster
            }
            return attempts(new DownloadAttempt(client, settings, entry, progress), target);
        } catch (IOException e) {
            throw unwritable(target, e);
        } finally {
            host.unlock();
        }
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(settings.connect())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private Path attempts(DownloadAttempt attempt, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        int failures = 0;
        int wrong = 0;
        while (true) {
            long before = size(part);
            Outcome outcome = attempt.run(part);
            failures = size(part) > before ? 0 : failures + 1;
            switch (outcome) {
                case Outcome.Complete _ -> {
                    String found = Verification.found(part);
                    if (found.equals(attempt.entry().sha256())) {
                        return Files.move(
                                part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                    }
                    long size = size(part);
                    Files.deleteIfExists(part);
                    if (++wrong == 2) {
                        throw wrongContent(attempt.entry(), found, size);
                    }
                }
                case Outcome.Broken broken -> {
                    if (failures >= settings.attempts()) {
                        throw unreachable(attempt.entry(), broken.reason());
                    }
                    pause(attempt.entry(), backOff(failures));
                }
                case Outcome.Wait wait -> {
                    boolean tooLong = wait.pause().compareTo(settings.longestPause()) > 0;
                    if (failures >= settings.attempts() || tooLong) {
                        throw unreachable(attempt.entry(), wait.reason() + ", try again in " + seconds(wait.pause()));
                    }
                    Duration own = backOff(failures);
                    pause(attempt.entry(), wait.pause().compareTo(own) > 0 ? wait.pause() : own);
                }
                case Outcome.Refused refused -> throw unreachable(attempt.entry(), refused.reason());
            }
        }
    }

    private Duration backOff(int failures) {
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
        return pause.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : pause;
    }

    private static void pause(CatalogueEntry entry, Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NovumException(
                    ExitCode.TEMPORARY, "dataset:" + entry.name() + ": the download was interrupted; start it again", e);
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static String seconds(Duration duration) {
        return Math.max(1, duration.toSeconds()) + " s";
    }

    private static NovumException wrongContent(CatalogueEntry entry, String found, long size) {
        return new NovumException(
                ExitCode.DATA,
                "dataset:" + entry.name() + ": " + entry.url().orElseThrow() + " sent other bytes than the catalogue lists"
                        + " (expected sha256 " + entry.sha256() + ", found " + found + " in a file of " + size
                        + " bytes); check for a page of a proxy or portal in between, or use a mirror");
    }

    private static NovumException unreachable(CatalogueEntry entry, String reason) {
        return new NovumException(
                ExitCode.UNAVAILABLE,
                "dataset:" + entry.name() + ": " + entry.url().orElseThrow() + " cannot be fetched (" + reason
                        + "); check the network and its proxy, or set NOVUM_MIRROR to a folder that has "
                        + entry.mirror());
    }

    private static NovumException unwritable(Path target, IOException cause) {
        return new NovumException(
                ExitCode.CANNOT_WRITE,
                target + ": the download cannot be written (" + cause.getMessage()
                        + "); check that NOVUM_HOME may be written and has space",
                cause);
    }
}
