package org.novum.solarflare.input;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;

/**
 * Sunspot groups of the Solar Region Summary, sorted by issue day and region number; the same-day flare counts that some
 * tables carry are never read.
 *
 * @param day issue day, days since 1970; issued at 00:30 UTC with the values of 24:00 of the day before
 * @param region NOAA number
 * @param carrington Carrington longitude, degrees
 * @param area millionths of a solar hemisphere
 * @param mcIntosh three-letter class Zpc (McIntosh 1990)
 * @param extent in longitude, degrees
 * @param latitude degrees, north positive
 * @param longitude degrees from the central meridian, west positive
 * @param spots number of sunspots
 * @param magnetic Mount Wilson class, for instance BETA-GAMMA
 */
public record GroupRows(
        long[] day,
        long[] region,
        double[] carrington,
        double[] area,
        String[] mcIntosh,
        double[] extent,
        double[] latitude,
        double[] longitude,
        double[] spots,
        String[] magnetic) {
    private static final List<String> MAGNETIC = List.of("ALPHA", "BETA", "GAMMA", "DELTA");
    /** NOAA began to number regions on 5 January 1972. */
    private static final long EARLIEST = UtcTime.parse("1972-01-01").orElseThrow();

    /** Seconds of the day at which forecasts are made. */
    private static final long ISSUE = 30 * 60;

    private static final Damage.Range REGION = new Damage.Range(1, 999_999);
    private static final Damage.Range AREA = new Damage.Range(0, 1e6);
    private static final Damage.Range ROUND = new Damage.Range(0, 360);
    private static final Damage.Range SPOTS = new Damage.Range(0, 10_000);
    private static final Damage.Range LONGITUDE = new Damage.Range(-180, 180);
    private static final Damage.Range LATITUDE = new Damage.Range(-90, 90);

    /** Number of rows. */
    public int size() {
        return day.length;
    }

    /** Index of the first row of this day or a later one. */
    public int from(long first) {
        int low = 0;
        int high = day.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day[middle] < first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Reads all parts of this layout.
     *
     * @param present seconds since 1970; a later row is from the future
     * @throws DataException if a column is missing, or a row is damaged, doubled, of unknown class or from the future
     */
    public static GroupRows read(DataHandle data, long present) {
        List<DataPart> parts = Layout.GROUPS.required(data.card());
        if (parts.size() > 1) {
            throw new DataException(
                    parts.get(1).uri(), "there is more than one table of sunspot groups", "name one, with all days");
        }
        return read(data, parts.getFirst(), present);
    }

    private static GroupRows read(DataHandle data, DataPart part, long present) {
        Table table = Table.read(data, part, Layout.GROUPS.columns());
        Damage damage = new Damage(table.file());
        long[] time = table.times("AR issue_date", damage);
        String[] issued = table.texts("AR issue_date");
        String[] mcIntosh = table.texts("McIntosh");
        String[] magnetic = table.texts("MAGTYPE");
        long[] region = table.wholes("noaa_ar", damage);
        double[] area = table.numbers("AREA", damage);
        double[] extent = table.numbers("Longitude_extent", damage);
        double[] spots = Arrays.stream(table.wholes("No_sunspots", damage)).asDoubleStream().toArray();
        double[] longitude = table.numbers("Longitude", damage);
        double[] latitude = table.numbers("Latitude", damage);
        double[] carrington = table.numbers("Carrington_long", damage);
        Set<Long> seen = new HashSet<>();
        for (int row = 0; row < time.length; row++) {
            if (!mcIntosh[row].matches("[ABCDEFH][XRSAHK][XOIC]")) {
                damage.add(row, "McIntosh", "'" + mcIntosh[row] + "' is no McIntosh class");
            }
            if (!MAGNETIC.containsAll(Arrays.asList(magnetic[row].split("-")))) {
                damage.add(row, "MAGTYPE", "'" + magnetic[row] + "' is no magnetic class");
            }
            if (time[row] > present) {
                damage.add(row, "AR issue_date", "the row is from the future");
            } else if (time[row] < EARLIEST && UtcTime.parse(issued[row]).isPresent()) {
                damage.add(row, "AR issue_date", "no sunspot group had a NOAA number before 1972");
            } else if (Math.floorMod(time[row], UtcTime.DAY) > ISSUE) {
                damage.add(row, "AR issue_date", "issued later than 00:30 UTC, when the day's forecast is made and did not"
                        + " know it; give it with the date of the next morning's forecast, or leave it out");
            }
            damage.requireWithin(row, "noaa_ar", region[row], REGION);
            damage.requireWithin(row, "AREA", area[row], AREA);
            damage.requireWithin(row, "Longitude_extent", extent[row], ROUND);
            damage.requireWithin(row, "Carrington_long", carrington[row], ROUND);
            damage.requireWithin(row, "No_sunspots", spots[row], SPOTS);
            damage.requireWithin(row, "Longitude", longitude[row], LONGITUDE);
            damage.requireWithin(row, "Latitude", latitude[row], LATITUDE);
            if (!seen.add(UtcTime.day(time[row]) * 1_000_000 + region[row])) {
                damage.add(row, "noaa_ar", "the region has another row of the same day");
            }
        }
        damage.refuse();
        long[] day = Arrays.stream(time).map(UtcTime::day).toArray();
        GroupRows rows = new GroupRows(
                day, region, carrington, area, mcIntosh, extent, latitude, longitude, spots, magnetic);
        return rows.sorted();
    }

    private GroupRows sorted() {
        int[] order = Order.of(day, region);
        return new GroupRows(
                Order.longs(day, order),
                Order.longs(region, order),
                Order.doubles(carrington, order),
                Order.doubles(area, order),
                Order.texts(mcIntosh, order),
                Order.doubles(extent, order),
                Order.doubles(latitude, order),
                Order.doubles(longitude, order),
                Order.doubles(spots, order),
                Order.texts(magnetic, order));
    }
}
