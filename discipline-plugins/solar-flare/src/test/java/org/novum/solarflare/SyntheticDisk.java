package org.novum.solarflare;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.solarflare.SyntheticSun.Law;

/**
 * Two years of one group at a time, ten days each, of one McIntosh class: where flares are planted, great groups have C
 * flares on most days and small ones on few, which their McIntosh class does not tell.
 */
public final class SyntheticDisk {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final LocalDateTime START = LocalDateTime.of(2013, 1, 1, 0, 0);
    private static final int DAYS = 730;
    private static final int LIFE = 10;

    private SyntheticDisk() {}

    /** Groups and flares. */
    public static InMemoryTable[] tables(Law law, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] great = new boolean[DAYS / LIFE];
        for (int group = 0; group < great.length; group++) {
            great[group] = random.nextBoolean();
        }
        boolean[] flares = new boolean[DAYS];
        for (int day = 0; day < DAYS; day++) {
            double chance = law == Law.NULL ? 0.5 : great[day / LIFE] ? 0.9 : 0.1;
            flares[day] = random.nextDouble() < chance;
        }
        return new InMemoryTable[] {groups(great), flares(flares, random)};
    }

    private static InMemoryTable groups(boolean[] great) {
        String[] date = new String[DAYS];
        String[] mcIntosh = new String[DAYS];
        String[] magnetic = new String[DAYS];
        long[] region = new long[DAYS];
        double[][] values = new double[6][DAYS];
        Arrays.fill(mcIntosh, "CSO");
        Arrays.fill(magnetic, "BETA");
        for (int day = 0; day < DAYS; day++) {
            int group = day / LIFE;
            date[day] = TIME.format(START.plusDays(day)).substring(0, 10) + " 00:30";
            region[day] = 11600 + group;
            values[0][day] = 37 * group % 360;
            values[1][day] = great[group] ? 500 : 30;
            values[2][day] = great[group] ? 12 : 3;
            values[3][day] = group % 30 - 15;
            values[4][day] = 13 * (day % LIFE) - 60;
            values[5][day] = great[group] ? 25 : 3;
        }
        return InMemoryTable.named("srs")
                .texts("AR issue_date", date)
                .wholes("noaa_ar", Unit.ONE, region)
                .reals("Carrington_long", Unit.ONE, values[0])
                .reals("AREA", Unit.ONE, values[1])
                .texts("McIntosh", mcIntosh)
                .reals("Longitude_extent", Unit.ONE, values[2])
                .reals("Latitude", Unit.ONE, values[3])
                .reals("Longitude", Unit.ONE, values[4])
                .reals("No_sunspots", Unit.ONE, values[5])
                .texts("MAGTYPE", magnetic);
    }

    private static InMemoryTable flares(boolean[] flaring, SplittableRandom random) {
        int[] days = IntStream.range(0, DAYS).filter(day -> flaring[day]).toArray();
        String[] start = new String[days.length];
        String[] end = new String[days.length];
        String[] size = new String[days.length];
        long[] region = new long[days.length];
        for (int flare = 0; flare < days.length; flare++) {
            LocalDateTime time = START.plusDays(days[flare]).plusMinutes(60 + random.nextInt(1200));
            start[flare] = TIME.format(time);
            end[flare] = TIME.format(time.plusMinutes(20));
            int kind = random.nextInt(20);
            size[flare] = kind == 0 ? "X1.0" : kind < 4 ? "M2.0" : "C3.0";
            region[flare] = 11600 + days[flare] / LIFE;
        }
        return InMemoryTable.named("flares")
                .texts("start_time", start)
                .texts("end_time", end)
                .texts("goes_class", size)
                .wholes("noaa_ar", Unit.ONE, region);
    }
}
