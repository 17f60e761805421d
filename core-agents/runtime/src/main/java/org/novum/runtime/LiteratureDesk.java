package org.novum.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.event.RunEvent;
import org.novum.api.literature.Librarian;
import org.novum.api.literature.Library;
import org.novum.api.literature.Passage;
import org.novum.api.literature.Work;
import org.novum.api.study.Literature;
import org.novum.api.study.Study;
import org.novum.journal.Digest;
import org.novum.runtime.agent.Steps;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.taint.Source;
import org.novum.runtime.taint.Sourced;

/**
 * Finds the passages of a study's literature that are nearest to its question, as one recorded step: a replay needs neither
 * the folders nor the embedding.
 */
final class LiteratureDesk {
    private static final int TEXT_LENGTH = 2000;
    private static final int LINE_LENGTH = 300;

    private final Optional<Librarian> librarian;

    /** @param librarian who reads folders; none where the module is not installed */
    LiteratureDesk(Optional<Librarian> librarian) {
        this.librarian = librarian;
    }

    /** A passage and where it comes from. */
    private record Candidate(int folder, Work work, Passage passage) {}

    /**
     * The passages; nothing where no model takes part, or the study names no literature.
     *
     * @throws NovumException with {@code CONFIGURATION} if no librarian is installed, with {@code NO_INPUT} if a folder is not
     *     there or holds nothing that can be read
     */
    Retrieved read(Study study, Steps steps) {
        Literature literature = study.team().literature();
        if (literature.folders().isEmpty()) {
            return Retrieved.NOTHING;
        }
        Retrieved retrieved = steps.idempotent(
                        Retrieved.STEP,
                        Map.of(
                                "question", study.question(),
                                "folders", literature.folders(),
                                "passages", literature.passages()),
                        Retrieved.class,
                        () -> search(literature, study.question()))
                .value();
        steps.event(new RunEvent.LiteratureRead(
                retrieved.folders().stream().mapToInt(Retrieved.Folder::works).sum(),
                retrieved.passages().size(),
                retrieved.folders().stream().mapToInt(folder -> folder.problems().size()).sum()));
        return retrieved;
    }

    private Retrieved search(Literature literature, String question) {
        Librarian reader = librarian.orElseThrow(() -> new NovumException(
                ExitCode.CONFIGURATION,
                "the study names literature, and the module novum-literature, which reads it, is not installed; build it with"
                        + " the others, or take the key literature out of the study"));
        List<Retrieved.Folder> folders = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (String name : literature.folders()) {
            try (Library library = reader.read(place(literature, name))) {
                Map<String, Work> works = new TreeMap<>();
                library.works().forEach(work -> works.put(work.key(), work));
                library.find(question, literature.passages())
                        .forEach(passage -> candidates.add(
                                new Candidate(folders.size(), works.get(passage.work()), passage)));
                folders.add(new Retrieved.Folder(
                        name,
                        library.sha256(),
                        works.size(),
                        library.problems().stream()
                                .map(problem -> Sourced.of(Source.LITERATURE, cut(problem, LINE_LENGTH)))
                                .toList()));
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate one) -> one.passage().likeness())
                .reversed()
                .thenComparing(Candidate::folder)
                .thenComparing(one -> one.work().key())
                .thenComparing(one -> one.passage().number()));
        List<Retrieved.Found> found = new ArrayList<>();
        for (Candidate one : candidates.subList(0, Math.min(candidates.size(), literature.passages()))) {
            found.add(found("L" + (found.size() + 1), one));
        }
        return new Retrieved(folders, found);
    }

    /** Beside the study's file, or in the working folder. */
    private static Path place(Literature literature, String name) {
        Path written = Path.of(name);
        Path base = literature.base();
        Path beside = base == null ? written : base.resolve(written);
        Path place = Files.isDirectory(beside) ? beside : written;
        if (!Files.isDirectory(place)) {
            throw new NovumException(
                    ExitCode.NO_INPUT,
                    "literature: there is no folder " + name + " beside the study's file or in the working folder"
                            + (base == null ? "; go on from the folder that its path starts at" : ""));
        }
        return place;
    }

    private static Retrieved.Found found(String key, Candidate one) {
        Work work = one.work();
        String text = cut(one.passage().text(), TEXT_LENGTH);
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("key", key)
                .put("title", cut(work.title(), LINE_LENGTH))
                .put("authors", cut(work.authors(), LINE_LENGTH))
                .put("year", cut(work.year(), LINE_LENGTH))
                .put("text", text);
        ObjectNode listed = JsonNodeFactory.instance.objectNode();
        listed.put("work", work.key())
                .put("title", cut(work.title(), LINE_LENGTH))
                .put("authors", cut(work.authors(), LINE_LENGTH))
                .put("year", cut(work.year(), LINE_LENGTH))
                .put("identifier", cut(work.identifier(), LINE_LENGTH))
                .put("file", cut(work.file(), LINE_LENGTH))
                .put("page", one.passage().page())
                .put("sha256", Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex());
        return new Retrieved.Found(key, foreign(told), foreign(listed));
    }

    private static Sourced<JsonNode> foreign(JsonNode value) {
        return Sourced.of(Source.LITERATURE, value);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
