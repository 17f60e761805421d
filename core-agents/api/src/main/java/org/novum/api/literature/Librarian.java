package org.novum.api.literature;

import java.nio.file.Path;

/** Reads folders of publications; found through {@link java.util.ServiceLoader}. Where none is installed, studies have none. */
public interface Librarian {
    /**
     * Reads a folder and all below it.
     *
     * @throws org.novum.api.NovumException with {@code NO_INPUT} if it is no folder or holds nothing that can be read
     */
    Library read(Path folder);
}
