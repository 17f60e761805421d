package org.novum.particledecay.benchmark;
import java.util.*;
import java.util.concurrent.*;
import org.novum.particledecay.generate.*;
import org.novum.particledecay.scan.*;
public final class CalibLab {
    public static void main(String[] a) throws Exception {
        int n = Integer.parseInt(a[0]); int toys = Integer.parseInt(a[1]);
        double op = Double.parseDouble(a[2]), bp = Double.parseDouble(a[3]), ep = Double.parseDouble(a[4]);
        double bumps = Double.parseDouble(a[5]);
        var gen = new CampaignGenerator(new CampaignConfig(n, new CampaignConfig.Mixture(0, 0, bumps, 0), new CampaignConfig.Sizes(200, 20000, CampaignConfig.Resolutions.PER_CHANNEL), 77));
        var options = ScanOptions.standard().withNuisances(new ScanOptions.Nuisances(8, bp, ep, op)).withToys(new ScanOptions.Toys(20, toys));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<double[]>> f = new ArrayList<>();
        for (int i = 0; i < n; i++) { int k = i; f.add(pool.submit(() -> { var c = gen.channel(k); var r = MassScan.scan(ChannelSpectra.of(c.candidates(), ChannelSpectra.TYPICAL), options);
            return new double[] {r.significance().globalP(), c.candidates().size(), c.candidates().daughters().size()}; })); }
        List<double[]> p = new ArrayList<>(); for (var x : f) p.add(x.get()); pool.shutdown();
        for (String cut : List.of("all", "n<1000", "n>=1000", "2body")) {
            List<double[]> q = p.stream().filter(x -> switch (cut) { case "all" -> true; case "n<1000" -> x[1] < 1000; case "n>=1000" -> x[1] >= 1000; default -> x[2] == 2; }).toList();
            StringBuilder s = new StringBuilder(cut + " " + q.size());
            for (double l : new double[] {.5, .2, .1, .05, .02, .01, .003}) s.append(String.format("  %.3f:%.4f(%.4f)", l, q.stream().filter(x -> x[0] <= l).count() / (double) q.size(), Math.sqrt(l * (1 - l) / q.size())));
            System.out.println(s);
        }
    }
}
