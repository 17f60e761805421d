package org.novum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.novum.server.mcp.McpOverStreams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code novum mcp}. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = "Serve operations and studies as tools of the Model Context Protocol, over standard input and output."
                + " Over HTTP they are at /mcp of: novum serve.")
final class McpCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(names = "--data", paramLabel = "DIR", description = "A folder whose files the client may name (default: the current folder). May be given several times.")
    private List<Path> data = new ArrayList<>();

    McpCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Path> folders = data.isEmpty() ? List.of(Path.of("")) : data;
        McpOverStreams.serve(new Serving(workbench, folders, 1).served(), System.in, System.out);
        return 0;
    }
}
