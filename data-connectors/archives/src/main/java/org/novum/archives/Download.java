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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.archives.DownloadAttempt.Outcome;
import org.novum.archives.Wanted.Expected;

/**
 * Downloads a file over HTTP, resuming what broke off, and gives it its name once its content is verified.
 *
 * <p>One download at a time goes to a host, four at most are under way, and one process at a time writes to a file. The
 * proxy is that of the system properties ({@code https.proxyHost} and so on) or of the environment.
 */
final class Download {
    private static final Map<String, ReentrantLock> HOSTS = new ConcurrentHashMap<>();
    private static final Semaphore UNDER_WAY = new Semaphore(4, true);

    private final FetchSettings settings;
    private final EnvironmentProxy proxy;

    Download(FetchSettings settings) {
        this(settings, new EnvironmentProxy(System.getenv()));
    }

    Download(FetchSettings settings, EnvironmentProxy proxy) {
        this.settings = settings;
        this.proxy = proxy;
    }

    /**
     * Fetches a file.
     *
     * @param target where the verified file goes; a good one that is there already is kept, unless it is to be renewed
     * @throws NovumException if the server cannot be reached, or sends something else
     */
    Path fetch(Wanted wanted, Path target, FetchProgress progress) {
        ReentrantLock host = HOSTS.computeIfAbsent(String.valueOf(wanted.url().getHost()), any -> new ReentrantLock(true));
        host.lock();
        UNDER_WAY.acquireUninterruptibly();
        Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
        try (FileChannel channel =
                        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock();
                HttpClient client = client()) {
            if (lock.isValid() && Files.exists(target) && isThere(wanted, target)) {
                return target; // another process was faster
            }
            return attempts(new DownloadAttempt(client, settings, wanted, progress), target);
        } catch (IOException e) {
            throw unwritable(target, e);
        } finally {
            UNDER_WAY.release();
            host.unlock();
        }
    }

    private static boolean isThere(Wanted wanted, Path target) {
        return switch (wanted.expected()) {
            case Expected.Listed listed -> Verification.holds(target, listed.sha256());
            case Expected.Trusted trusted -> Verification.holds(target, trusted.sha256());
            case Expected.Unknown _ -> FirstUse.digest(target).filter(digest -> Verification.holds(target, digest)).isPresent();
            case Expected.Renewed _ -> false;
        };
    }

    private HttpClient client() {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(settings.connect())
                .proxy(proxy)
                .followRedirects(HttpClient.Redirect.NEVER);
        return (proxy.wantsName() ? client.authenticator(proxy.authenticator()) : client).build();
    }

    private Path attempts(DownloadAttempt attempt, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        if (attempt.wanted().expected() instanceof Expected.Renewed) {
            PartState.discard(part);
        }
        int failures = 0;
        int restarts = 0;
        int wrong = 0;
        while (true) {
            long before = size(part);
            Outcome outcome = attempt.run(part);
            failures = size(part) > before ? 0 : failures + 1;
            switch (outcome) {
                case Outcome.Complete _ -> {
                    Optional<String> fault = Arrival.fault(attempt.wanted(), part);
                    if (fault.isEmpty()) {
                        return arrived(attempt.wanted(), part, target);
                    }
                    PartState.discard(part);
                    if (++wrong == 2) {
                        throw new NovumException(ExitCode.DATA, named(attempt.wanted()) + " " + fault.get());
                    }
                }
                case Outcome.Broken broken -> {
                    if (failures >= settings.attempts()) {
                        throw unreachable(attempt.wanted(), broken.reason());
                    }
                    pause(attempt, broken.reason(), backOff(failures));
                }
                case Outcome.Restarted restarted -> {
                    if (++restarts >= settings.attempts()) {
                        throw unreachable(attempt.wanted(), restarted.reason());
                    }
                    pause(attempt, restarted.reason(), backOff(restarts));
                }
                case Outcome.Wait wait -> {
                    boolean tooLong = wait.pause().compareTo(settings.longestPause()) > 0;
                    if (tooLong) {
                        throw unreachable(attempt.wanted(), wait.reason() + ", try again in " + seconds(wait.pause()));
                    }
                    if (failures >= settings.attempts()) {
                        throw unreachable(attempt.wanted(), wait.reason() + ", " + failures + " times");
                    }
                    Duration own = backOff(failures);
                    pause(attempt, wait.reason(), wait.pause().compareTo(own) > 0 ? wait.pause() : own);
                }
                case Outcome.Absent absent -> throw new NovumException(
                        ExitCode.NO_INPUT,
                        named(attempt.wanted()) + ": the server has no such file (" + absent.reason() + "); "
                                + attempt.wanted().advice());
                case Outcome.Forbidden forbidden -> throw new NovumException(
                        ExitCode.UNAVAILABLE,
                        named(attempt.wanted()) + ": the server refuses it (" + forbidden.reason()
                                + "); check whether it asks for an account or token, which are not sent, or whether a proxy in between"
                                + " does not let it pass, or " + attempt.wanted().advice());
                case Outcome.Refused refused -> throw unreachable(attempt.wanted(), refused.reason());
            }
        }
    }

    /** The digest is recorded before the file has its name: whoever finds the file finds its digest. */
    private static Path arrived(Wanted wanted, Path part, Path target) throws IOException {
        switch (wanted.expected()) {
            case Expected.Listed _, Expected.Trusted _ -> { } // known before
            case Expected.Unknown _, Expected.Renewed _ -> FirstUse.remember(target, Arrival.digest(part), wanted.url());
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        PartState.discard(part);
        return target;
    }

    private Duration backOff(int failures) {
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
        return pause.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : pause;
    }

    private static void pause(DownloadAttempt attempt, String reason, Duration pause) {
        attempt.progress().waits(attempt.wanted().name(), reason, pause);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NovumException(
                    ExitCode.TEMPORARY, attempt.wanted().label() + ": the download was interrupted; start it again", e);
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static String seconds(Duration duration) {
        return Math.max(1, duration.toSeconds()) + " s";
    }

    private static String named(Wanted wanted) {
        return wanted.label() + ": " + wanted.url();
    }

    private static NovumException unreachable(Wanted wanted, String reason) {
        return new NovumException(
                ExitCode.UNAVAILABLE,
                named(wanted) + " cannot be fetched (" + reason + "); check the network and its proxy, or " + wanted.advice());
    }

    private static NovumException unwritable(Path target, IOException cause) {
        return new NovumException(
                ExitCode.CANNOT_WRITE,
                target + ": the download cannot be written (" + cause.getMessage()
                        + "); check that NOVUM_HOME may be written and has space",
                cause);
    }
}
