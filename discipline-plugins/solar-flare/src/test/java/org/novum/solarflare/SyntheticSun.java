package org.novum.solarflare;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Generated tables of patches, groups and flares in the layouts of the real ones. */
public final class SyntheticSun {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final LocalDateTime START = LocalDateTime.of(2013, 1, 1, 0, 0);

    private SyntheticSun() {}

    /** How labels hang on features. */
    public enum Law {
        /** Flares come from strong inversion lines. */
        PLANTED,
        /** Flares come at random. */
        NULL
    }

    /** Patches of two years, eight rows each, of 2013 and 2014. */
    public static InMemoryTable patches(Law law, int patches, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 8 * patches;
        String[] prefix = new String[rows];
        long[] number = new long[rows];
        String[] start = new String[rows];
        String[] end = new String[rows];
        String[] flares = new String[rows];
        double[][] values = new double[5][rows];
        for (int patch = 0; patch < patches; patch++) {
            LocalDateTime first = START.plusMinutes((long) (730.0 * 24 * 60 * patch / patches));
            double r = 5 * random.nextDouble();
            double level = law == Law.PLANTED ? r : 5 * random.nextDouble();
            for (int step = 0; step < 8; step++) {
                int row = 8 * patch + step;
                LocalDateTime time = first.plusMinutes(360L * step);
                prefix[row] = "HARP";
                number[row] = 1 + patch;
                end[row] = TIME.format(time);
                start[row] = TIME.format(time.minusDays(1));
                flares[row] = level > 4.5 ? "X1.0|C2.0" : level > 3.5 ? "M1.5" : level > 2.5 ? "C1.1|" : "";
                values[0][row] = random.nextInt(8) == 0 ? 10 * random.nextDouble() : 0;
                values[1][row] = 1000 + 1000 * random.nextDouble();
                values[2][row] = 1e21 * (1 + random.nextDouble());
                values[3][row] = 20 + 5 * random.nextDouble();
                values[4][row] = r;
            }
        }
        return InMemoryTable.named("sharp")
                .texts("prefix", prefix)
                .wholes("arpnum", Unit.ONE, number)
                .texts("t_start", start)
                .texts("t_end", end)
                .texts("flares", flares)
                .reals("FLARE_INDEX", Unit.ONE, values[0])
                .reals("AREA", Unit.ONE, values[1])
                .reals("USFLUX", Unit.ONE, values[2])
                .reals("MEANGBZ", Unit.ONE, values[3])
                .reals("R_VALUE", Unit.ONE, values[4]);
    }

    /** Groups of some days from 2013-12-20 on, with gaps of spotless days. */
    public static InMemoryTable groups(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> date = new ArrayList<>();
        List<Long> region = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            if (day % 17 < 14) {
                for (int group = 0; group < 3; group++) {
                    date.add(TIME.format(LocalDateTime.of(2013, 12, 20, 0, 30).plusDays(day)).substring(0, 16));
                    region.add(11900L + day / 10 * 3 + group);
                }
            }
        }
        int rows = date.size();
        String[] classes = {"EKC", "DAI", "CSO", "BXO", "AXX", "FKI"};
        String[] magnetic = {"ALPHA", "BETA", "BETA-GAMMA", "BETA-GAMMA-DELTA"};
        String[] mcIntosh = new String[rows];
        String[] type = new String[rows];
        double[][] values = new double[6][rows];
        for (int row = 0; row < rows; row++) {
            mcIntosh[row] = classes[random.nextInt(classes.length)];
            type[row] = magnetic[random.nextInt(magnetic.length)];
            double[] ranges = {360, 800, 15, 40, 170, 30};
            for (int i = 0; i < ranges.length; i++) {
                values[i][row] = Math.floor(random.nextDouble() * ranges[i]) - (i == 3 ? 20 : i == 4 ? 85 : 0);
            }
        }
        return InMemoryTable.named("srs")
                .texts("AR issue_date", date.toArray(String[]::new))
                .wholes("noaa_ar", Unit.ONE, region.stream().mapToLong(Long::longValue).toArray())
                .reals("Carrington_long", Unit.ONE, values[0])
                .reals("AREA", Unit.ONE, values[1])
                .texts("McIntosh", mcIntosh)
                .reals("Longitude_extent", Unit.ONE, values[2])
                .reals("Latitude", Unit.ONE, values[3])
                .reals("Longitude", Unit.ONE, values[4])
                .reals("No_sunspots", Unit.ONE, values[5])
                .texts("MAGTYPE", type)
                .reals("M+", Unit.ONE, new double[rows]);
    }

    /** Flares of the same days. */
    public static InMemoryTable flares(int days, int flares, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] minute = random.longs(flares, 0, days * 1440L).sorted().toArray();
        String[] start = new String[flares];
        String[] end = new String[flares];
        String[] size = new String[flares];
        long[] region = new long[flares];
        for (int flare = 0; flare < flares; flare++) {
            LocalDateTime time = LocalDateTime.of(2013, 12, 20, 0, 0).plusMinutes(minute[flare]);
            start[flare] = TIME.format(time);
            end[flare] = TIME.format(time.plusMinutes(5 + random.nextInt(90)));
            size[flare] = List.of("C1.0", "C5.5", "M1.2", "X2.0").get(random.nextInt(20) < 15 ? random.nextInt(2) : 2 + random.nextInt(2));
            region[flare] = random.nextInt(4) == 0 ? 0 : 11900 + minute[flare] / 1440 / 10 * 3 + random.nextInt(3);
        }
        return InMemoryTable.named("flares")
                .texts("start_time", start)
                .texts("end_time", end)
                .texts("goes_class", size)
                .wholes("noaa_ar", Unit.ONE, region);
    }
}
