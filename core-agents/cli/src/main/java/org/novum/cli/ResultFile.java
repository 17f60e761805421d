package org.novum.cli;

import java.nio.file.Path;
import org.novum.api.discipline.OperationResult;
import org.novum.runtime.bundle.Bundle;

/**
 * Writes the result of an operation, whole or not at all.
 *
 * @param path of the file; its ending says the format
 */
record ResultFile(Path path) {
    void write(OperationResult result) {
        String name = path.getFileName().toString();
        byte[] bytes = ResultFormat.of(name).write(name.replaceFirst("\\.[^.]*$", ""), result);
        Path folder = path.toAbsolutePath().getParent();
        new Bundle(folder).write(name, bytes);
    }
}
