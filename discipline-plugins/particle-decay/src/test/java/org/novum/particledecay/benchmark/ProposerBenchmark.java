package org.novum.particledecay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.particledecay.generate.ChannelTruth;

/**
 * What proposers do to planted campaigns: a good one may gain recall, an adversarial one must not raise the false discovery
 * rate above its promise.
 *
 * <p>Arguments: {@code scan}, first seed, last seed, channels of a campaign, folder of scans, as often as wanted; then
 * {@code report}, folder of scans, folder of the report.
 */
public final class ProposerBenchmark {
    /** The level of the shipped study. */
    static final double SHIPPED = 0.05;

    /** Levels that are promised. */
    static final List<Double> LEVELS = List.of(0.01, 0.02, SHIPPED, 0.1, 0.15, 0.2);

    private ProposerBenchmark() {}

    /** Makes scans, or {@code proposers.md} and {@code proposers.svg} from them. */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "scan" -> {
                for (int seed = Integer.parseInt(arguments[1]); seed <= Integer.parseInt(arguments[2]); seed++) {
                    Scans scans = Scans.make(new Scans.Size(seed, Integer.parseInt(arguments[3])), CpuClock.PROCESS);
                    scans.write(Path.of(arguments[4]));
                    System.out.println("seed " + seed + ": CPU s " + scans.seconds());
                }
            }
            case "report" -> {
                List<Scans> scans = Scans.readAll(Path.of(arguments[1]));
                Map<Double, Map<Asker, ProposerTally>> tallies = new TreeMap<>();
                Map<Asker, ProposerTally> meanOne = new EnumMap<>(Asker.class);
                for (Scans one : scans) {
                    judge(one, tallies, meanOne);
                    System.out.println("judged seed " + one.size().seed());
                }
                Path folder = Files.createDirectories(Path.of(arguments[2]));
                Files.writeString(folder.resolve("proposers.md"), new ProposerReport(scans, tallies, meanOne).markdown());
                Files.writeString(folder.resolve("proposers.svg"), ProposerCurves.svg(tallies));
            }
            default -> throw new IllegalArgumentException("scan or report, not " + arguments[0]);
        }
    }

    private static void judge(
            Scans scans, Map<Double, Map<Asker, ProposerTally>> tallies, Map<Asker, ProposerTally> meanOne) {
        List<ChannelTruth> truths = scans.size().truths();
        try (AskedCampaign campaign = new AskedCampaign(scans.size().uri())) {
            for (Asker asker : Asker.values()) {
                AskedCampaign.Planned planned = asker.ask(campaign, truths, scans.size().seed());
                requireScansOf(planned, scans, asker);
                Map<String, Scans.Scan> tested = scans.scans().get(asker.masses());
                for (double level : LEVELS) {
                    tallies.computeIfAbsent(level, _ -> new EnumMap<>(Asker.class))
                            .computeIfAbsent(asker, _ -> new ProposerTally(level, ProposerTally.Scaling.OF_THE_PLAN))
                            .add(truths, planned, tested);
                }
                meanOne.computeIfAbsent(asker, _ -> new ProposerTally(SHIPPED, ProposerTally.Scaling.MEAN_ONE))
                        .add(truths, planned, tested);
            }
        }
    }

    /** A family that a model asks alone has a design of its own; the masses that it expects are those of both. */
    private static void requireScansOf(AskedCampaign.Planned planned, Scans scans, Asker asker) {
        if (asker != Asker.GOOD_ALONE && !Scans.design(planned).equals(scans.designs().get(asker.masses()))) {
            throw new IllegalStateException(asker + " plans other scans than were made of seed " + scans.size().seed());
        }
    }
}
