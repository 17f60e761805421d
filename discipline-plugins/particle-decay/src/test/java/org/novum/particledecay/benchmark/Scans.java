package org.novum.particledecay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.journal.CanonicalJson;
import org.novum.particledecay.generate.CampaignConfig;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.generate.ChannelTruth;

/**
 * The scans of one planted campaign, kept in a file: they are what takes time, and do not depend on weights.
 *
 * @param size of the campaign
 * @param designs digest of the plan's design for each kind of masses
 * @param scans by kind of masses and channel
 * @param seconds of CPU that they took
 */
record Scans(Size size, Map<Masses, String> designs, Map<Masses, Map<String, Scan>> scans, double seconds) {
    private static final String PREFIX = "scans-";

    /** Which masses are expected. */
    enum Masses {
        /** None. */
        NONE,
        /** Those of the good physicist. */
        GOOD,
        /** Those of the adversary. */
        WRONG
    }

    /**
     * Which campaign.
     *
     * @param seed of it
     * @param channels of it
     */
    record Size(int seed, int channels) {
        String uri() {
            return "planted:campaign?channels=" + channels + "&seed=" + seed;
        }

        /** What its channels really hold. */
        List<ChannelTruth> truths() {
            CampaignGenerator generator = new CampaignGenerator(CampaignConfig.standard(seed).withChannels(channels));
            List<ChannelTruth> truths = new ArrayList<>();
            for (int index = 0; index < channels; index++) {
                truths.add(generator.channel(index).truth());
            }
            return truths;
        }
    }

    /**
     * What the test said of a channel.
     *
     * @param mass of the best excess in GeV; 0 where nothing was tested
     * @param log10P of the p-value that counts: 0 where nothing was tested or a veto speaks against the excess
     */
    record Scan(double mass, double log10P) {}

    /** Makes them. Channels of which nothing is expected are not scanned twice. */
    static Scans make(Size size, CpuClock clock) {
        double began = clock.seconds();
        Map<Masses, String> designs = new EnumMap<>(Masses.class);
        Map<Masses, Map<String, Scan>> scans = new EnumMap<>(Masses.class);
        List<ChannelTruth> truths = size.truths();
        try (AskedCampaign campaign = new AskedCampaign(size.uri())) {
            AskedCampaign.Planned systematic = campaign.systematic();
            Map<String, Scan> plain = campaign.scanned(systematic, _ -> true);
            designs.put(Masses.NONE, design(systematic));
            scans.put(Masses.NONE, plain);
            for (Masses masses : List.of(Masses.GOOD, Masses.WRONG)) {
                Physicist physicist = masses == Masses.GOOD ? Physicist.GOOD : Physicist.ADVERSARY;
                AskedCampaign.Planned planned = campaign.both(physicist.answer(truths, size.seed()));
                Map<String, Scan> all = new TreeMap<>(plain);
                all.putAll(campaign.scanned(
                        planned, member -> planned.priors().expectations().containsKey(member.id())));
                designs.put(masses, design(planned));
                scans.put(masses, all);
            }
        }
        return new Scans(size, designs, scans, clock.seconds() - began);
    }

    /** Names the masses that a plan expects. */
    static String design(AskedCampaign.Planned planned) {
        return CanonicalJson.digest(planned.plan().design()).toString();
    }

    void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("seconds," + seconds + "\n");
        designs.forEach((masses, digest) -> text.append("design,").append(masses).append(',').append(digest).append('\n'));
        scans.forEach((masses, channels) -> channels.forEach((channel, scan) -> text.append("scan,").append(masses)
                .append(',').append(channel).append(',').append(scan.mass()).append(',').append(scan.log10P()).append('\n')));
        Files.createDirectories(folder);
        Path unfinished = folder.resolve("unfinished-" + size.seed());
        Files.writeString(unfinished, text);
        Files.move(unfinished, folder.resolve(PREFIX + size.seed() + "-" + size.channels() + ".csv"));
    }

    /** All that were written into a folder, by seed. */
    static List<Scans> readAll(Path folder) throws IOException {
        Map<Integer, Scans> found = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(PREFIX)).toList()) {
                Scans scans = read(file);
                found.put(scans.size().seed(), scans);
            }
        }
        return List.copyOf(found.values());
    }

    private static Scans read(Path file) throws IOException {
        String[] name = file.getFileName().toString().split("[-.]");
        Map<Masses, String> designs = new EnumMap<>(Masses.class);
        Map<Masses, Map<String, Scan>> scans = new EnumMap<>(Masses.class);
        double seconds = 0;
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split(",");
            switch (fields[0]) {
                case "seconds" -> seconds = Double.parseDouble(fields[1]);
                case "design" -> designs.put(Masses.valueOf(fields[1]), fields[2]);
                case "scan" -> scans.computeIfAbsent(Masses.valueOf(fields[1]), _ -> new TreeMap<>())
                        .put(fields[2], new Scan(Double.parseDouble(fields[3]), Double.parseDouble(fields[4])));
                default -> throw new IOException(file + " has a line that begins with " + fields[0]);
            }
        }
        return new Scans(new Size(Integer.parseInt(name[1]), Integer.parseInt(name[2])), designs, scans, seconds);
    }
}
