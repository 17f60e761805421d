package org.novum.api.literature;

import java.util.List;

/** The publications of one folder, to be searched. */
public interface Library extends AutoCloseable {
    /** All publications, by key. */
    List<Work> works();

    /** Files that could not be read, each with its reason. */
    List<String> problems();

    /** SHA-256 of all that was read, publications and texts, hexadecimal. */
    String sha256();

    /**
     * The passages nearest to a question in meaning.
     *
     * @param question in words
     * @param most passages that are wanted
     * @return the nearest first
     */
    List<Passage> find(String question, int most);

    @Override
    void close();
}
