package org.novum.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.OperationResult;
import org.novum.server.Calls;
import org.novum.server.ResultFormats;
import org.novum.server.Results;
import org.novum.server.Served;
import org.novum.server.ServedFiles;
import org.novum.server.ServedOperations;

/** Wires what is served. */
record Serving(Workbench workbench, List<Path> folders, int atOnce) {
    /** Calls that may wait for one that works. */
    private static final int WAITING = 32;

    Served served() {
        ServedFiles files = new ServedFiles(folders);
        Path home = workbench.places().home();
        return new Served(
                new ServedOperations(workbench.plugins(), workbench::environment, files),
                new StudyDesk(workbench, home.resolve("served-runs")),
                new Formats(),
                new Calls(atOnce, WAITING),
                new Results(home.resolve("results")));
    }

    private record Formats() implements ResultFormats {
        @Override
        public List<String> mediaTypes() {
            return Arrays.stream(ResultFormat.values()).map(ResultFormat::mediaType).toList();
        }

        @Override
        public byte[] write(String mediaType, OperationResult result) {
            return Arrays.stream(ResultFormat.values())
                    .filter(format -> format.mediaType().equals(mediaType))
                    .findFirst()
                    .orElseThrow(() -> new NovumException(
                            ExitCode.USAGE, mediaType + " is no format of results; those are " + mediaTypes()))
                    .write("result", result);
        }
    }
}
