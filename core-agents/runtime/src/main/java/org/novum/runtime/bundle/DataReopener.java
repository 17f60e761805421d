package org.novum.runtime.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.runtime.DataFinder;
import org.novum.runtime.Plugins;

/**
 * Opens the data of a recorded run again: where they were, or wherever files with the recorded digests lie now. Files are
 * digested anew, whatever a store remembers of them.
 *
 * @param plugins whose connectors open
 * @param finder of files by digest
 */
public record DataReopener(Plugins plugins, DataFinder finder) {
    /**
     * Opens the data.
     *
     * @param source as the study names it
     * @param recorded card of the run
     * @param bundle whose neighbourhood is searched too
     * @throws NovumException with {@code NO_INPUT} naming the part and its digest if it is nowhere
     */
    public Dataset reopen(DataSource source, DatasetCard recorded, Path bundle) {
        try {
            Dataset again = plugins.direct().open(source);
            if (sameContent(again.card(), recorded)) {
                return new RelocatedDataset(again, recorded, new NamedLinks());
            }
            again.close();
        } catch (NovumException gone) {
            // The source is not there any more, as on another machine: look for the digests instead.
            return find(source, recorded, bundle, gone);
        }
        return find(source, recorded, bundle, null);
    }

    private Dataset find(
            DataSource source, DatasetCard recorded, Path bundle, @Nullable NovumException gone) {
        Path beside = bundle.toAbsolutePath();
        List<Path> folders = new ArrayList<>(List.of(beside, beside.resolve("data")));
        if (beside.getParent() != null) {
            folders.add(beside.getParent());
            folders.add(beside.getParent().resolve("data"));
        }
        Set<Found> files = new LinkedHashSet<>();
        for (DataPart part : recorded.parts()) {
            Place place = place(part.uri());
            Path file = finder.find(part.sha256(), place.fileName, folders)
                    .orElseThrow(() -> missing(part, place.fileName, beside, gone));
            files.add(new Found(file.toAbsolutePath(), place));
        }
        return open(source, recorded, files);
    }

    /**
     * Where a part was read from.
     *
     * @param fileName without folders
     * @param piece of the file, {@code #} and what follows it, or nothing
     */
    private record Place(String fileName, String piece) {}

    /** A file with the bytes that were read, under whatever name. */
    private record Found(Path file, Place place) {}

    /** A piece is named behind an ending that is read here, or behind a name of the catalogue. */
    private Place place(String uri) {
        String file = uri;
        for (int mark = uri.indexOf('#'); mark >= 0; mark = uri.indexOf('#', mark + 1)) {
            String before = uri.substring(0, mark);
            if (before.startsWith("dataset:") || isKnown(before)) {
                file = before;
                break;
            }
        }
        return new Place(
                file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf(':')) + 1), uri.substring(file.length()));
    }

    private boolean isKnown(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return endings().stream().anyMatch(ending -> !ending.isEmpty() && lower.endsWith(ending));
    }

    /** Opens found files by their own names, else by those they had, else with any ending that fits their content. */
    private Dataset open(DataSource source, DatasetCard recorded, Set<Found> files) {
        List<NovumException> refusals = new ArrayList<>();
        for (String ending : endings()) {
            NamedLinks links = new NamedLinks();
            List<String> uris = new ArrayList<>();
            for (Found found : files) {
                boolean known = isKnown(found.file.toString());
                Path named = known ? found.file : links.link(found.file, found.place.fileName + ending);
                uris.add("file:" + named + found.place.piece);
            }
            try {
                Dataset found =
                        plugins.direct().open(new DataSource(uris, source.columns(), source.units(), source.select()));
                return new RelocatedDataset(found, recorded, links);
            } catch (NovumException refused) {
                links.close();
                refusals.add(refused);
            }
        }
        NovumException first = refusals.getFirst();
        refusals.stream().skip(1).forEach(first::addSuppressed);
        throw first;
    }

    private List<String> endings() {
        TreeSet<String> endings = new TreeSet<>();
        endings.add("");
        plugins.connectors().forEach(connector -> endings.addAll(connector.card().endings()));
        return List.copyOf(endings);
    }

    private static NovumException missing(DataPart part, String fileName, Path beside, @Nullable NovumException gone) {
        NovumException missing = new NovumException(
                ExitCode.NO_INPUT,
                "the run's data " + fileName + " (SHA-256 " + part.sha256() + ") are not at " + part.uri()
                        + ", in the cache, in a mirror or beside the bundle; put the file into " + beside.resolve("data"));
        if (gone != null) {
            missing.addSuppressed(gone);
        }
        return missing;
    }

    private static boolean sameContent(DatasetCard now, DatasetCard recorded) {
        return now.parts().stream().map(DataPart::sha256).toList().containsAll(
                recorded.parts().stream().map(DataPart::sha256).toList());
    }
}
