package org.novum.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.OperationResult;
import org.novum.runtime.files.WholeFile;

/**
 * Writes the result of an operation, whole or not at all.
 *
 * @param path of the file; its ending says the format
 */
record ResultFile(Path path) {
    /** Refuses an ending that says no format, before anything is worked for it. */
    ResultFile {
        ResultFormat.of(String.valueOf(path.getFileName()));
    }

    void write(OperationResult result) {
        String name = path.getFileName().toString();
        byte[] bytes = ResultFormat.of(name).write(name.replaceFirst("\\.[^.]*$", ""), result);
        try {
            WholeFile.write(path.toAbsolutePath(), bytes);
        } catch (IOException refused) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE,
                    "--out " + path + ": cannot be written (" + refused.getMessage() + "); name a file in a folder that exists and"
                            + " may be written",
                    refused);
        }
    }
}
