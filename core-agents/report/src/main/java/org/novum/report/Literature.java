package org.novum.report;

import java.util.List;
import java.util.Optional;

/**
 * What a run's models were shown of publications, and what they cited of it when they proposed. It decided nothing.
 *
 * @param folders that were searched
 * @param passages that were shown, in the order of their keys
 * @param citations of proposals
 */
public record Literature(List<Folder> folders, List<Source> passages, List<Citation> citations) {
    /** Copies the lists. */
    public Literature {
        folders = List.copyOf(folders);
        passages = List.copyOf(passages);
        citations = List.copyOf(citations);
    }

    /**
     * A folder of publications.
     *
     * @param folder as the study names it
     * @param sha256 of all that was read of it
     * @param works how many it holds
     * @param problems how many files could not be read
     */
    public record Folder(String folder, String sha256, int works, int problems) {}

    /**
     * A passage and the publication that it is of. Texts are as the files have them.
     *
     * @param key that cites it, such as {@code L3}
     * @param work key of the publication
     * @param title of the publication
     * @param authors of it; empty if unknown
     * @param year of it; empty if unknown
     * @param identifier DOI or arXiv number; empty if unknown
     * @param file it was read from, below its folder
     * @param page on which it begins; 0 where the file has no pages
     * @param sha256 of the passage's text
     */
    public record Source(
            String key,
            String work,
            String title,
            String authors,
            String year,
            String identifier,
            String file,
            int page,
            String sha256) {}

    /**
     * What a proposal cites.
     *
     * @param round of the research
     * @param proposer whose proposal it is
     * @param hypothesis that is proposed
     * @param cited keys of passages
     * @param dropped what it cited and was not shown to it
     */
    public record Citation(int round, String proposer, String hypothesis, List<String> cited, List<String> dropped) {
        /** Copies the lists. */
        public Citation {
            cited = List.copyOf(cited);
            dropped = List.copyOf(dropped);
        }
    }

    /** The passage of a key. */
    public Optional<Source> passage(String key) {
        return passages.stream().filter(passage -> passage.key().equals(key)).findFirst();
    }
}
