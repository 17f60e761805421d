package org.novum.archives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.archives.Wanted.Expected;
import org.novum.archives.address.ArchiveFile;
import org.novum.tabular.ContentDigest;
import org.novum.tabular.SourceBytes;

/**
 * Files whose digest nobody published. The first bytes that are met, in the home folder, in a mirror or from the network, are
 * trusted: their digest is recorded in the home folder, and other bytes are refused from then on.
 */
final class Unlisted {
    private final ArchivePlaces places;
    private final Download download;

    Unlisted(ArchivePlaces places, Download download) {
        this.places = places;
        this.download = download;
    }

    /** The digest that is trusted, if the file was ever met. */
    Optional<String> digest(ArchiveFile file) {
        return FirstUse.digest(home(file));
    }

    /** Copies in home folder and mirror, none of them looked at. */
    List<Path> copies(ArchiveFile file) {
        List<Path> copies = new ArrayList<>();
        if (Files.isRegularFile(home(file))) {
            copies.add(home(file));
        }
        places.mirrored(file.path()).ifPresent(copies::add);
        return copies;
    }

    /** The first copy that may be trusted; a copy of what was never met before is, from now on. */
    Optional<Path> local(ArchiveFile file, List<Path> copies) {
        Optional<String> trusted = digest(file);
        if (trusted.isPresent()) {
            return copies.stream().filter(copy -> Verification.holds(copy, trusted.get())).findFirst();
        }
        Optional<Path> first = copies.stream().findFirst();
        first.ifPresent(copy -> remember(file, copy));
        return first;
    }

    /**
     * A copy that may be trusted, or the file from the network if there is no copy.
     *
     * @throws NovumException with {@code DATA} if there are copies and all of them changed, or if the archive sends other bytes
     */
    Path fetch(ArchiveFile file, List<Path> copies, FetchProgress progress) {
        Optional<Path> local = local(file, copies);
        if (local.isPresent()) {
            return local.get();
        }
        Optional<String> trusted = digest(file);
        if (!copies.isEmpty()) {
            throw new NovumException(
                    ExitCode.DATA,
                    file.address() + ": " + copies.getFirst() + " has changed since it was first fetched (then sha256 "
                            + trusted.orElseThrow() + ", now " + Verification.found(copies.getFirst())
                            + "); delete it to fetch it again");
        }
        Expected expected = trusted.isPresent() ? new Expected.Trusted(trusted.get()) : new Expected.Unknown();
        return download(file, expected, progress);
    }

    /** The file from the network, whatever was there before. */
    Path renew(ArchiveFile file, FetchProgress progress) {
        return download(file, new Expected.Renewed(), progress);
    }

    /** Each file with a record in the home folder, by its path there. */
    SortedMap<Path, Kept> kept() {
        SortedMap<Path, Kept> kept = new TreeMap<>();
        Path root = places.archived("");
        if (!Files.isDirectory(root)) {
            return kept;
        }
        try (Stream<Path> all = Files.walk(root)) {
            all.flatMap(path -> FirstUse.recorded(path).stream()).forEach(file -> kept.put(file, state(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new NovumException(ExitCode.NO_INPUT, root + ": it cannot be read; check its permissions", e);
        }
        return kept;
    }

    private static Kept state(Path file) {
        try {
            Optional<String> trusted = FirstUse.digest(file);
            if (!Files.isRegularFile(file)) {
                return Kept.ABSENT;
            }
            return trusted.filter(digest -> Verification.holds(file, digest)).isPresent() ? Kept.OK : Kept.CHANGED;
        } catch (NovumException e) {
            return Kept.CHANGED; // a damaged record vouches for nothing
        }
    }

    private Path download(ArchiveFile file, Expected expected, FetchProgress progress) {
        Path target = home(file);
        createFolder(target.toAbsolutePath().getParent());
        Wanted wanted = new Wanted(file.address(), file.address(), file.url(), expected, file.advice());
        return download.fetch(wanted, target, progress);
    }

    private void remember(ArchiveFile file, Path copy) {
        ContentDigest content = SourceBytes.digest(copy);
        try {
            FirstUse.remember(home(file), content, copy.toUri());
        } catch (IOException e) {
            throw unwritable(FirstUse.record(home(file)), e);
        }
    }

    private Path home(ArchiveFile file) {
        return places.archived(file.path());
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static NovumException unwritable(Path place, IOException cause) {
        return new NovumException(
                ExitCode.CANNOT_WRITE, place + ": it cannot be written; set NOVUM_HOME to a folder that may be written", cause);
    }
}
