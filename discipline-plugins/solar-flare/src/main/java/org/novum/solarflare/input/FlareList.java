package org.novum.solarflare.input;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;

/**
 * Flares of the event list, sorted by start.
 *
 * @param start seconds since 1970
 * @param end seconds since 1970; a flare is known from then on
 * @param letter class
 * @param flux peak, W/m2
 * @param region NOAA number, 0 where none was identified
 */
public record FlareList(long[] start, long[] end, FlareClass[] letter, double[] flux, long[] region) {
    private static final String SATELLITE = "goes_sat";
    private static final Damage.Range REGION = new Damage.Range(0, 999_999);

    /** What makes two rows the same flare. */
    private record Row(long start, long end, String size, long region) {}

    /** Number of flares. */
    public int size() {
        return start.length;
    }

    /** True if a flare is of this class or a greater one. */
    public boolean atLeast(FlareClass least, int flare) {
        return letter[flare].compareTo(least) >= 0;
    }

    /** Index of the first flare that starts at this second or later. */
    public int from(long second) {
        int at = Arrays.binarySearch(start, second);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && start[at - 1] == second) {
            at--;
        }
        return at;
    }

    /**
     * Reads the list.
     *
     * @param present seconds since 1970; a later flare is from the future
     * @throws DataException if a column is missing, or a row is damaged, of unknown class or from the future
     */
    public static FlareList read(DataHandle data, long present) {
        List<DataPart> parts = Layout.FLARES.required(data.card());
        if (parts.size() > 1) {
            throw new DataException(parts.get(1).uri(), "there is more than one flare list", "name one, with all flares");
        }
        Table table = Table.read(data, parts.getFirst(), Layout.FLARES.columns());
        refuseTrueFluxes(data, parts.getFirst());
        Damage damage = new Damage(table.file());
        long[] start = table.times("start_time", damage);
        long[] end = table.times("end_time", damage);
        String[] classes = table.texts("goes_class");
        long[] region = table.wholes("noaa_ar", damage);
        FlareClass[] letter = new FlareClass[start.length];
        double[] flux = new double[start.length];
        Set<Row> seen = new HashSet<>();
        for (int row = 0; row < start.length; row++) {
            Optional<FlareClass.Size> size = FlareClass.parse(classes[row]);
            if (size.isEmpty()) {
                damage.add(row, "goes_class", "'" + classes[row] + "' is no class of flare");
            }
            letter[row] = size.map(FlareClass.Size::letter).orElse(FlareClass.A);
            flux[row] = size.map(FlareClass.Size::flux).orElse(0.0);
            damage.requireWithin(row, "noaa_ar", region[row], REGION);
            // Some lists write the date of the start beside an end after midnight.
            end[row] += end[row] < start[row] ? UtcTime.DAY : 0;
            if (start[row] > present) {
                damage.add(row, "start_time", "the flare is from the future");
            } else if (end[row] > present) {
                damage.add(row, "end_time", "the flare ends in the future");
            } else if (start[row] > 0 && (end[row] < start[row] || end[row] - start[row] > UtcTime.DAY)) {
                damage.add(row, "end_time", "the flare does not end within a day of its start");
            }
            if (!seen.add(new Row(start[row], end[row], classes[row], region[row]))) {
                damage.add(row, "start_time", "the list has the same flare before");
            }
        }
        damage.refuse();
        int[] order = Order.of(start, end);
        return new FlareList(
                Order.longs(start, order),
                Order.longs(end, order),
                Arrays.stream(order).mapToObj(row -> letter[row]).toArray(FlareClass[]::new),
                Order.doubles(flux, order),
                Order.longs(region, order));
    }

    /** From GOES 16 on, lists state the true flux; before, 0.7 of it: an M1.0 of the one is an M1.4 of the other. */
    private static void refuseTrueFluxes(DataHandle data, DataPart part) {
        if (part.column(SATELLITE).isEmpty()) {
            return;
        }
        Table table = Table.read(data, part, List.of(SATELLITE));
        String[] satellites = table.texts(SATELLITE);
        Damage damage = new Damage(table.file());
        for (int row = 0; row < satellites.length; row++) {
            if (number(satellites[row]) >= 16) {
                damage.add(row, SATELLITE, "classes of " + satellites[row]
                        + " are on another scale than those of GOES 8 to 15, which carry the factor 0.7 and which the models know:"
                        + " multiply its fluxes by 0.7 and leave this column out");
            }
        }
        damage.refuse();
    }

    /** The number in {@code GO15} or {@code G15}; 0 where there is none. */
    private static int number(String satellite) {
        String digits = satellite.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 2 ? 0 : Integer.parseInt(digits);
    }
}
