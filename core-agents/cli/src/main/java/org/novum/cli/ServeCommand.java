package org.novum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.novum.server.http.HttpDoor;
import org.novum.server.http.HttpOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code novum serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve operations and studies over HTTP, and over the Model Context Protocol at /mcp, until interrupted."
                + " Callers may name files below the served folders and datasets of the catalogue, and nothing else.")
final class ServeCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Interface to listen on (default ${DEFAULT-VALUE}). Others than the loopback need NOVUM_TOKEN, which callers show as 'Authorization: Bearer TOKEN'.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Port (default ${DEFAULT-VALUE}; 0 for any that is free).")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "A folder whose files callers may name. May be given several times.")
    private List<Path> data = new ArrayList<>();

    @Option(names = "--uploads", paramLabel = "DIR", description = "A served folder that takes the files of PUT /v1/data/NAME.")
    private @Nullable Path uploads;

    @Option(names = "--upload-limit", paramLabel = "MB", defaultValue = "1024", description = "Of one uploaded file (default ${DEFAULT-VALUE}).")
    private long uploadLimit = 1024;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "1", description = "Calls that work at a time (default ${DEFAULT-VALUE}; each uses all cores).")
    private int calls = 1;

    @Spec
    private CommandSpec spec;

    ServeCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Path> folders = new ArrayList<>(data);
        Optional.ofNullable(uploads).ifPresent(folders::add);
        var served = new Serving(workbench, folders, calls).served();
        Optional<String> token = Optional.ofNullable(System.getenv("NOVUM_TOKEN")).filter(word -> !word.isBlank());
        Optional<Path> taking = Optional.ofNullable(uploads).map(Path::toAbsolutePath);
        try (HttpDoor door = HttpDoor.open(served, new HttpOptions(host, port, token, taking, uploadLimit * 1_000_000))) {
            spec.commandLine().getOut().println("Listening on http://" + host + ":" + door.port() + "/v1 (MCP: /mcp); stop with Ctrl-C");
            spec.commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
