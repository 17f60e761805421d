package org.novum.api.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folders of publications from which the models of a study are shown passages.
 *
 * @param folders as the study writes them; relative ones start at the study's file, or else at the working folder
 * @param passages that are shown, at most
 * @param base folder of the study's file, where it is known; no part of the study, so that a run is the same wherever its
 *     file lies
 */
public record Literature(List<String> folders, int passages, @JsonIgnore @Nullable Path base) {
    /** Most passages that can be asked for; more would fill the prompts. */
    public static final int MOST = 40;

    /** Passages where the study does not say how many. */
    public static final int USUAL = 8;

    /** Nothing is read. */
    public static final Literature NONE = new Literature(List.of(), USUAL, null);

    /** Copies the list. */
    public Literature {
        folders = List.copyOf(folders);
        if (passages < 1 || passages > MOST) {
            throw new IllegalArgumentException("literature.passages is from 1 to " + MOST + ", not " + passages);
        }
        if (new HashSet<>(folders).size() != folders.size()) {
            throw new IllegalArgumentException("literature names a folder twice");
        }
    }

    /** Recognises what is not written into a study, so that a study without literature stays what it was. */
    public static final class Unwritten {
        @Override
        public boolean equals(Object other) {
            return other instanceof Literature literature && literature.folders().isEmpty();
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
