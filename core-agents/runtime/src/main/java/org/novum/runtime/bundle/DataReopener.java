package org.novum.runtime.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<Path, String> files = new LinkedHashMap<>();
        for (DataPart part : recorded.parts()) {
            String fileName = part.uri().substring(Math.max(part.uri().lastIndexOf('/'), part.uri().lastIndexOf(':')) + 1);
            files.put(
                    finder.find(part.sha256(), fileName, folders)
                            .orElseThrow(() -> missing(part, fileName, beside, gone))
                            .toAbsolutePath(),
                    fileName);
        }
        return open(source, recorded, files);
    }

    /** Opens found files by their own names, else by those they had, else with any ending that fits their content. */
    private Dataset open(DataSource source, DatasetCard recorded, Map<Path, String> files) {
        List<NovumException> refusals = new ArrayList<>();
        for (String ending : endings()) {
            NamedLinks links = new NamedLinks();
            List<String> uris = new ArrayList<>();
            files.forEach((file, name) -> uris.add("file:" + (isKnown(file) ? file : links.link(file, name + ending))));
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

    private boolean isKnown(Path file) {
        return plugins.connectors().stream().anyMatch(connector -> connector.accepts("file:" + file));
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
