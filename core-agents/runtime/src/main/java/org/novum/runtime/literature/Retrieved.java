package org.novum.runtime.literature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novum.report.Literature;
import org.novum.runtime.taint.CitationGate;
import org.novum.runtime.taint.PublicationGate;
import org.novum.runtime.taint.Sourced;

/**
 * What was found in the literature of a study, as recorded.
 *
 * @param folders that were searched
 * @param passages the nearest to the study's question first, {@code L1}, {@code L2}, …
 */
public record Retrieved(List<Folder> folders, List<Found> passages) {
    /** Name of the step that searches. */
    public static final String STEP = "literature";

    /** Nothing was searched. */
    public static final Retrieved NOTHING = new Retrieved(List.of(), List.of());

    /** Copies the lists. */
    public Retrieved {
        folders = List.copyOf(folders);
        passages = List.copyOf(passages);
    }

    /**
     * A folder.
     *
     * @param folder as the study names it
     * @param sha256 of all that was read of it
     * @param works how many publications it holds
     * @param problems files that could not be read, with reasons
     */
    public record Folder(String folder, String sha256, int works, List<Sourced<String>> problems) {
        /** Copies the list. */
        public Folder {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A passage.
     *
     * @param key that cites it
     * @param told title, authors, year and text, for models
     * @param listed work, title, authors, year, identifier, file, page and digest of the text, for lists of references
     */
    public record Found(String key, Sourced<JsonNode> told, Sourced<JsonNode> listed) {}

    /** Whether there is nothing to show to models. */
    public boolean showsNothing() {
        return passages.isEmpty();
    }

    /** The passages as a prompt may hold them, each in a block of its own. */
    public List<String> blocks() {
        return passages.stream()
                .map(passage -> passage.told().block("passage " + passage.key() + " of the literature"))
                .toList();
    }

    /** The passages as a list of references may show them. */
    public List<Literature.Source> sources() {
        return passages.stream()
                .map(passage -> new PublicationGate(passage.key()).listed(passage.listed()).value())
                .toList();
    }

    /** Lets in citations of these passages: by their own key, or by that of a publication, which stands for its nearest. */
    public CitationGate gate() {
        Map<String, String> keys = new LinkedHashMap<>();
        if (folders.size() == 1) {
            sources().forEach(source -> keys.putIfAbsent(source.work(), source.key()));
        }
        passages.forEach(passage -> keys.put(passage.key(), passage.key()));
        return new CitationGate(keys);
    }

    /** What the findings tell of it. */
    public Literature with(List<Literature.Citation> citations) {
        return new Literature(
                folders.stream()
                        .map(folder -> new Literature.Folder(
                                folder.folder(), folder.sha256(), folder.works(), folder.problems().size()))
                        .toList(),
                sources(),
                citations);
    }
}
