package org.novum.cli;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.agent.TypedBus;
import org.novum.solarflare.input.FlareClass;
import org.novum.solarflare.live.FlareAlert;
import org.novum.solarflare.live.FlareForecast;
import org.novum.spaceweather.FeedClient;
import org.novum.spaceweather.Hosts;
import org.novum.spaceweather.Irregularities;
import org.novum.spaceweather.Irregularity;
import org.novum.spaceweather.Irregularity.Kind;
import org.novum.spaceweather.Patience;
import org.novum.spaceweather.SpaceWeather;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code novum watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Forecast as data arrive: one line of JSON per alert on standard output; forecasts and whatever is odd"
                + " in the feeds on standard error.")
final class WatchCommand implements Callable<Integer> {
    private static final int EXAMPLES = 3;

    private final Workbench workbench;

    @Parameters(paramLabel = "DISCIPLINE", description = "solar-flare.")
    private String discipline = "";

    @Option(names = "--once", description = "Poll once and end.")
    private boolean once;

    @Option(names = "--interval", paramLabel = "PT5M", defaultValue = "PT5M", description = "Time between polls (default ${DEFAULT-VALUE}).")
    private Duration interval = Duration.ofMinutes(5);

    @Option(names = "--alarm", paramLabel = "M=0.3", description = "From which probability the disk's M and X forecasts are alerts (default M=0.3, X=0.05); those of regions have the thresholds of their model.")
    private Map<FlareClass, Double> alarms = new EnumMap<>(FlareClass.class);

    @Option(names = "--odd", paramLabel = "FILE", description = "Append whatever is odd in the feeds to a file, one line of JSON each.")
    private @Nullable Path odd;

    @Option(names = "--swpc", paramLabel = "URL", description = "Host of SWPC's feeds.")
    private URI swpc = Hosts.PUBLIC.swpc();

    @Option(names = "--jsoc", paramLabel = "URL", description = "Host of JSOC.")
    private URI jsoc = Hosts.PUBLIC.jsoc();

    @Option(names = "--hek", paramLabel = "URL", description = "Host of HEK.")
    private URI hek = Hosts.PUBLIC.hek();

    @Option(names = "--donki", paramLabel = "URL", description = "Host of DONKI.")
    private URI donki = Hosts.PUBLIC.donki();

    @Spec
    private CommandSpec spec;

    WatchCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!discipline.equals("solar-flare")) {
            throw new ParameterException(spec.commandLine(), "nothing of " + discipline + " can be watched; watch solar-flare");
        }
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new ParameterException(spec.commandLine(), "--interval " + interval + " is less than a second");
        }
        RunEnvironment environment = workbench.environment();
        Vertx vertx = Vertx.vertx();
        try (var _ = environment.allocator();
                SpaceWeather weather =
                        new SpaceWeather(new Hosts(swpc, jsoc, hek, donki), new FeedClient(Patience.USUAL))) {
            watch(new FlareWatch(weather, thresholds()), bus(vertx), environment.clock());
        } finally {
            vertx.close().await();
        }
        return 0;
    }

    private Map<FlareClass, Double> thresholds() {
        Map<FlareClass, Double> thresholds = new EnumMap<>(FlareClass.class);
        thresholds.put(FlareClass.M, 0.3);
        thresholds.put(FlareClass.X, 0.05);
        thresholds.putAll(alarms);
        return thresholds;
    }

    /** Alerts travel over the bus; the command line is one who listens. */
    private TypedBus bus(Vertx vertx) {
        PrintWriter out = spec.commandLine().getOut();
        TypedBus.prepare(vertx.eventBus());
        TypedBus bus = new TypedBus(vertx.eventBus(), "watch");
        bus.serve(
                FlareAlert.class,
                alert -> {
                    out.println(AlertText.json(alert));
                    out.flush();
                },
                problem -> spec.commandLine().getErr().println("novum: an alert could not be printed: " + problem));
        return bus;
    }

    private void watch(FlareWatch watch, TypedBus bus, InstantSource clock) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        do {
            FlareWatch.Poll poll = watch.poll(clock.instant());
            report(poll);
            for (FlareForecast forecast : poll.forecasts()) {
                if (forecast.alarm()) {
                    bus.send(FlareAlert.class, new FlareAlert(forecast, clock.instant()));
                }
            }
            bus.drain(FlareAlert.class);
            if (once && poll.forecasts().isEmpty()) {
                throw new NovumException(
                        ExitCode.UNAVAILABLE, "nothing could be forecast: " + poll.odd().stream()
                                .filter(odd -> odd.kind() == Kind.UNAVAILABLE || odd.kind() == Kind.GAP)
                                .map(odd -> odd.place() + ": " + odd.what())
                                .collect(Collectors.joining("; ")));
            }
        } while (!once && !never.await(interval.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void report(FlareWatch.Poll poll) {
        PrintWriter error = spec.commandLine().getErr();
        if (!poll.forecasts().isEmpty()) {
            error.print(AlertText.table(poll.forecasts()));
            poll.office().ifPresent(office -> error.println(AlertText.office(office)));
            poll.now().ifPresent(now -> error.println(AlertText.xrays(now)));
        }
        Irregularities.counts(poll.odd()).forEach((kind, count) -> {
            List<Irregularity> some = poll.odd().stream().filter(odd -> odd.kind() == kind).limit(EXAMPLES).toList();
            error.println("odd: " + kind + " " + count + ", for instance "
                    + some.stream().map(odd -> odd.place() + ": " + odd.what()).collect(Collectors.joining(" | ")));
        });
        error.flush();
        if (odd != null && !poll.odd().isEmpty()) {
            append(odd, poll.odd());
        }
    }

    private static void append(Path file, List<Irregularity> irregularities) {
        try {
            Files.write(
                    file,
                    irregularities.stream().map(AlertText::json).toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new NovumException(
                    ExitCode.CANNOT_WRITE, file + " cannot be written; name another file with --odd", unwritable);
        }
    }
}
