package org.novum.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What nobody uses, each with its reason. An exemption stands beside the ban it is from. */
final class Bans {
    private static final String CLI = "org.novum.cli..";

    static final List<Ban> ALL = List.of(
            new Ban(
                    "the opening of confirmation rows",
                    "only the verification step may open them, after the plan was registered",
                    Set.of("org.novum.runtime.agent.DataAccess.open(org.novum.journal.Digest, java.lang.String)"),
                    List.of("org.novum.runtime.agent.VerificationAgent")),
            new Ban(
                    "handles past the guard",
                    "one class decides which rows a step may see; a person's call opens rows too, and records it; a check of the"
                            + " data returns nothing",
                    Set.of("org.novum.runtime.partition.PartitionedData.handle"),
                    List.of(
                            "org.novum.runtime.agent.DataAccess",
                            "org.novum.runtime.agent.DataCheck",
                            "org.novum.runtime.OperationCall")),
            new Ban(
                    "the clock",
                    "a run must replay to the same bytes; the time comes from the run's environment",
                    Set.of(
                            "java.lang.System.currentTimeMillis",
                            "java.time.Instant.now",
                            "java.time.LocalDate.now",
                            "java.time.LocalDateTime.now",
                            "java.time.LocalTime.now",
                            "java.time.OffsetDateTime.now",
                            "java.time.ZonedDateTime.now",
                            "java.time.Year.now",
                            "java.time.Clock.systemUTC",
                            "java.time.Clock.systemDefaultZone",
                            "java.util.Date.<init>()"),
                    List.of(CLI)),
            new Ban(
                    "accidental randomness",
                    "random numbers come from a generator seeded by the run and passed in",
                    Set.of(
                            "java.lang.Math.random",
                            "java.util.UUID.randomUUID",
                            "java.util.Random.<init>()",
                            "java.util.SplittableRandom.<init>()",
                            "java.util.concurrent.ThreadLocalRandom.current",
                            "java.util.random.RandomGenerator.getDefault",
                            "java.util.Collections.shuffle(java.util.List)",
                            "java.security.SecureRandom.<init>",
                            "org.apache.commons.math3.random.Well19937c.<init>()",
                            "org.apache.commons.math3.random.MersenneTwister.<init>()",
                            "org.apache.commons.math3.random.JDKRandomGenerator.<init>()"),
                    List.of(CLI)),
            new Ban(
                    "mathematics that differs between machines",
                    "Math may use the processor's own functions, whose last bits differ; use StrictMath, FastMath or"
                            + " StableMath, so that digests agree",
                    Stream.of(
                                    "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos",
                                    "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot")
                            .map(function -> "java.lang.Math." + function)
                            .collect(Collectors.toSet()),
                    List.of()),
            new Ban(
                    "sleeping",
                    "who waits for an event is woken by it; who waits a fixed time is too early or too late",
                    Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep"),
                    // Nothing tells when a server that failed is well again, or that a stream has stopped moving.
                    List.of(
                            "org.novum.archives.Download",
                            "org.novum.archives.StallGuard",
                            "org.novum.spaceweather.FeedClient")),
            new Ban(
                    "ending the process",
                    "only the command line's main class ends the process, with a documented exit code",
                    Set.of("java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt"),
                    List.of("org.novum.cli.Main")),
            new Ban(
                    "the console",
                    "only the command line prints; everybody else returns values, reports progress or logs",
                    Set.of(
                            "java.lang.System.out",
                            "java.lang.System.err",
                            "java.lang.System.console",
                            "java.lang.Throwable.printStackTrace",
                            "java.lang.Thread.dumpStack"),
                    List.of(CLI)),
            new Ban(
                    "the machine's locale",
                    "a decimal comma in a file is a wrong number; name Locale.ROOT",
                    Set.of(
                            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
                            "java.lang.String.toLowerCase()",
                            "java.lang.String.toUpperCase()",
                            "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
                            "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
                            "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
                            "java.util.Formatter.<init>()",
                            "java.text.DecimalFormat.<init>(java.lang.String)",
                            "java.text.NumberFormat.getInstance()"),
                    List.of()),
            new Ban(
                    "formatting in the machine's locale",
                    "some locales write whole numbers with digits of their own; use String.format(Locale.ROOT, ...)",
                    Set.of("java.lang.String.formatted"),
                    // Messages only; its canonical JSON formats nothing but hexadecimal digits, which no locale changes.
                    List.of("org.novum.journal..")),
            new Ban(
                    "collectors without order",
                    "what is collected is iterated some day, and the order of a hash table enters a digest; name the"
                            + " map or set, or sort",
                    Set.of(
                            "java.util.stream.Collectors.toSet",
                            "java.util.stream.Collectors.toUnmodifiableSet",
                            "java.util.stream.Collectors.toMap(java.util.function.Function, java.util.function.Function)",
                            "java.util.stream.Collectors.toMap(java.util.function.Function, java.util.function.Function,"
                                    + " java.util.function.BinaryOperator)",
                            "java.util.stream.Collectors.toUnmodifiableMap",
                            "java.util.stream.Collectors.groupingBy(java.util.function.Function)",
                            "java.util.stream.Collectors.groupingBy(java.util.function.Function,"
                                    + " java.util.stream.Collector)",
                            "java.util.stream.Collectors.groupingByConcurrent"),
                    // A table of known units, private and only looked up.
                    List.of("org.novum.api.data.Unit")),
            new Ban(
                    "parallel streams",
                    "they run on a pool that nobody bounds and merge in no fixed order; use the step's context",
                    Set.of(
                            "java.util.Collection.parallelStream",
                            "java.util.stream.BaseStream.parallel",
                            "java.util.Arrays.parallelPrefix"),
                    // Segments of fixed size, merged in their order; a likelihood has no step's context to map with.
                    List.of("org.novum.particledecay.fit.ExtendedLikelihood")),
            new Ban(
                    "executable serialisation",
                    "bytes from outside must not choose which code runs; values travel as JSON or Arrow",
                    Set.of("java.io.ObjectInputStream.<init>", "java.io.ObjectOutputStream.<init>"),
                    List.of()));

    private Bans() {}
}
