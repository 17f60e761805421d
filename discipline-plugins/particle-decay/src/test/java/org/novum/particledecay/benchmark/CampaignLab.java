package org.novum.particledecay.benchmark;

import java.util.*;
import java.util.concurrent.*;
import org.novum.particledecay.generate.*;
import org.novum.particledecay.pdg.*;
import org.novum.particledecay.scan.*;

public final class CampaignLab {
    record Row(GeneratedChannel channel, ScanResult result, boolean allowed, double seconds, Optional<ReflectionTest.Reflection> reflection) {}

    public static void main(String[] args) throws Exception {
        int from = Integer.parseInt(args[0]);
        int to = Integer.parseInt(args[1]);
        int channels = Integer.parseInt(args[2]);
        Map<String, String> opt = new HashMap<>();
        for (int i = 3; i < args.length; i++) {
            opt.put(args[i].split("=")[0], args[i].split("=")[1]);
        }
        double ratio = Double.parseDouble(opt.getOrDefault("ratio", "8"));
        double bp = Double.parseDouble(opt.getOrDefault("bp", "14"));
        double ep = Double.parseDouble(opt.getOrDefault("ep", "18"));
        double op = Double.parseDouble(opt.getOrDefault("op", "6"));
        int toys = Integer.parseInt(opt.getOrDefault("toys", "500"));
        double[] widths = Arrays.stream(opt.getOrDefault("widths", "0.72,1,1.4").split(",")).mapToDouble(Double::parseDouble).toArray();
        boolean print = opt.containsKey("print");
        CampaignConfig.Resolutions res = opt.containsKey("shared") ? CampaignConfig.Resolutions.PER_CAMPAIGN : CampaignConfig.Resolutions.PER_CHANNEL;
        double bumps = Double.parseDouble(opt.getOrDefault("bumps", "0.1"));
        ScanOptions options = ScanOptions.standard().withWidths(widths).withToys(new ScanOptions.Toys(20, toys))
                .withNuisances(new ScanOptions.Nuisances(ratio, bp, ep, op));
        int[] zs = {2, 3, 4, 5, 6, 8};
        double[] found = new double[6], five = new double[6], total = new double[6];
        double[] sumQ = new double[6], sumN = new double[6], sumT = new double[6];
        double cpu = 0;
        int falseClaims = 0, claims = 0, falseFive = 0, nulls = 0, other = 0;
        Map<String, int[]> traps = new TreeMap<>();
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Double> nullP = new ArrayList<>();
        for (int seed = from; seed <= to; seed++) {
            CampaignGenerator generator = new CampaignGenerator(CampaignConfig.standard(seed).withChannels(channels)
                    .withSizes(new CampaignConfig.Sizes(200, 20000, res)).withMixture(new CampaignConfig.Mixture(.25, .1, bumps, .3)));
            List<Future<Row>> futures = new ArrayList<>();
            for (int c = 0; c < channels; c++) {
                int index = c;
                futures.add(pool.submit(() -> {
                    GeneratedChannel channel = generator.channel(index);
                    long t0 = System.nanoTime();
                    boolean allowed = Conservation.forbidden(channel.candidates().finalState()).isEmpty();
                    ScanResult result = MassScan.scan(ChannelSpectra.of(channel.candidates(), ChannelSpectra.TYPICAL), options);
                    Optional<ReflectionTest.Reflection> reflection = allowed && result.significance().log10Global() < -1.3 ? ReflectionTest.test(channel.candidates(), result, ChannelSpectra.TYPICAL, options) : Optional.empty();
                    return new Row(channel, result, allowed, (System.nanoTime() - t0) * 1e-9, reflection);
                }));
            }
            List<Row> rows = new ArrayList<>();
            for (Future<Row> f : futures) rows.add(f.get());
            double[] logp = rows.stream().mapToDouble(r -> r.allowed && r.reflection.isEmpty() ? r.result.significance().log10Global() : 0).toArray();
            double[] sorted = logp.clone();
            Arrays.sort(sorted);
            double threshold = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < sorted.length; i++) {
                if (sorted[i] <= Math.log10(0.05 * (i + 1) / sorted.length)) threshold = sorted[i];
            }
            for (int i = 0; i < rows.size(); i++) {
                Row r = rows.get(i);
                cpu += r.seconds;
                ChannelTruth truth = r.channel.truth();
                boolean accepted = logp[i] <= threshold;
                double gz = r.result.significance().globalZ();
                boolean right = false;
                if (truth.planted().isPresent()) {
                    var p = truth.planted().get();
                    double dm = Math.abs(r.result.peak().mass() - p.mass());
                    right = dm < 3 * p.sigma() + 0.004 * p.mass();
                }
                if (truth.kind() == ChannelTruth.Kind.SIGNAL) {
                    int k = Arrays.binarySearch(zs, (int) Math.round(truth.planted().get().asimovZ()));
                    total[k]++;
                    if (right) { sumQ[k] += r.result.significance().localZ(); sumN[k]++; }
                    if (right && accepted) { sumT[k] += Math.log(r.result.significance().globalP()) + r.result.significance().q0()/2; }
                    if (r.reflection.isPresent()) System.out.println("vetoed signal " + seed + " " + truth + " lz=" + r.result.significance().localZ() + " m=" + r.result.peak().mass() + " " + Arrays.toString(r.channel.candidates().finalState()) + " as " + Arrays.toString(r.reflection.get().identities()) + r.reflection.get().mode());
                    if (accepted && right) found[k]++;
                    if (accepted && right && gz >= 5) five[k]++;
                } else if (truth.kind() == ChannelTruth.Kind.BACKGROUND) {
                    nulls++;
                    nullP.add(Math.pow(10, r.result.significance().log10Global()));
                }
                if (truth.kind().trap()) {
                    int[] t = traps.computeIfAbsent(truth.kind().name(), x -> new int[3]);
                    t[0]++;
                    if (accepted) t[right ? 1 : 2]++;
                }
                if (accepted) {
                    claims++;
                    if (!right) {
                        falseClaims++;
                        if (gz >= 5) falseFive++;
                    } else if (truth.kind() != ChannelTruth.Kind.SIGNAL) other++;
                }
                if (print && (accepted && !right || truth.kind() == ChannelTruth.Kind.SIGNAL && truth.planted().get().asimovZ() >= 5 && !(accepted && right))) {
                    var p = truth.planted().orElse(null);
                    if (p != null) {
                        double[] ms = r.result.profile().masses();
                        double best = -9;
                        for (int b = 0; b < ms.length; b++) if (Math.abs(ms[b] - p.mass()) < p.sigma()) best = Math.max(best, r.result.profile().localZ()[b]);
                        System.out.printf("  Z at planted %.2f window %.3f-%.3f  ", best, ms[0], ms[ms.length-1]);
                    }
                    System.out.printf("%d %s %s bump=%s n=%d fs=%s m=%.4f sig=%.4f lz=%.2f lp=%.2f toys=%d bg=%s planted=%s%n", seed, truth.channel(), truth.kind(), truth.broadBump(), r.channel.candidates().size(),
                            Arrays.toString(r.channel.candidates().finalState()), r.result.peak().mass(), r.result.peak().sigma(), r.result.significance().localZ(), r.result.significance().log10Global(), r.result.significance().toys(), r.result.background().family(), p);
                }
            }
        }
        pool.shutdown();
        System.out.printf("claims %d false %d FDR %.3f falseFive %d otherTrue %d%n", claims, falseClaims, falseClaims / (double) claims, falseFive, other);
        double disc = 0;
        for (int k = 0; k < 6; k++) {
            System.out.printf("Z=%d  %.0f  recall %.3f  five %.3f  mean local Z %.2f  mean lnN %.2f%n", zs[k], total[k], found[k] / total[k], five[k] / total[k], sumQ[k] / sumN[k], sumT[k] / found[k]);
            disc += five[k] / total[k] / 6 * 100;
        }
        System.out.printf("discoveries per 100 modes %.1f%n", disc);
        for (double level : new double[] {.2, .1, .05, .01, .003}) {
            System.out.printf("null p<=%.3f: %.4f +- %.4f%n", level, nullP.stream().filter(p -> p <= level).count() / (double) nullP.size(), Math.sqrt(level / nullP.size()));
        }
        traps.forEach((k, v) -> System.out.printf("%s n=%d true=%d false=%d%n", k, v[0], v[1], v[2]));
        System.out.printf("wall %.1f s scan time %.1f s%n", (System.nanoTime() - start) * 1e-9, cpu);
    }
}
