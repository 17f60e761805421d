package org.novum.solarflare.input;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** GOES 1 and its forerunners measured from then on. */
    private static final long EARLIEST = UtcTime.parse("1975-01-01").orElseThrow();

    /** Lists of later flares must say which satellite measured them. */
    private static final long NEW_SCALE = UtcTime.parse("2018-01-01").orElseThrow();

    private static final int FIRST_ON_NEW_SCALE = 16;

    /** Longest that a flare lasts whose end is written with the date of its start; in 18 years the longest was 8 h. */
    private static final long LONGEST = 12 * UtcTime.HOUR;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** What makes two rows the same flare: the Sun's X-rays have one peak at a time. */
    private record Row(long start, long end) {}

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
        Damage damage = new Damage(table.file());
        long[] start = table.times("start_time", damage);
        refuseOtherScale(data, parts.getFirst(), start);
        String[] starts = table.texts("start_time");
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
            end[row] = afterMidnight(start[row], end[row]);
            if (start[row] > present) {
                damage.add(row, "start_time", "the flare is from the future");
            } else if (end[row] > present) {
                damage.add(row, "end_time", "the flare ends in the future");
            } else if (start[row] < EARLIEST && UtcTime.parse(starts[row]).isPresent()) {
                damage.add(row, "start_time", "no flare was classed by its X-rays before 1975");
            } else if (start[row] > 0 && end[row] < start[row]) {
                damage.add(row, "end_time", "the flare ends before it starts");
            } else if (start[row] > 0 && end[row] - start[row] > UtcTime.DAY) {
                damage.add(row, "end_time", "the flare does not end within a day of its start");
            }
            if (!seen.add(new Row(start[row], end[row]))) {
                damage.add(row, "start_time", "the list has a flare of the same start and end before");
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

    /** Some lists write the date of the start beside an end after midnight: of the same date, and not long after it. */
    private static long afterMidnight(long start, long end) {
        boolean next = end < start
                && UtcTime.day(end) == UtcTime.day(start)
                && end + UtcTime.DAY - start <= LONGEST;
        return next ? end + UtcTime.DAY : end;
    }

    /**
     * From GOES 16 on, lists state the true flux; before, 0.7 of it: an M1.0 of the one is an M1.4 of the other. Both kinds
     * of satellites flew in 2018 and 2019, so that flares from 2018 on are refused if the list does not say which of them
     * measured each.
     */
    private static void refuseOtherScale(DataHandle data, DataPart part, long[] start) {
        boolean named = part.column(SATELLITE).isPresent();
        String[] satellites = named ? Table.read(data, part, List.of(SATELLITE)).texts(SATELLITE) : new String[0];
        Damage damage = new Damage(part.uri());
        for (int row = 0; row < start.length; row++) {
            int number = named ? number(satellites[row]) : 0;
            if (number >= FIRST_ON_NEW_SCALE) {
                damage.add(row, SATELLITE, "classes of " + satellites[row]
                        + " are on another scale than those of GOES 8 to 15, which carry the factor 0.7 and which the models know:"
                        + " multiply its fluxes by 0.7, and name GO15 in this column");
            } else if (number == 0 && start[row] >= NEW_SCALE) {
                damage.add(row, named ? SATELLITE : "start_time", "from 2018 on a list must say on which scale its classes"
                        + " are: name the satellite in a column " + SATELLITE
                        + ", GO15 or an earlier one for classes with the factor 0.7");
            }
        }
        damage.refuse();
    }

    /** The number in {@code GO15}, {@code G15} or {@code GOES-16 XRS1}, the first that stands there; 0 where there is none. */
    private static int number(String satellite) {
        Matcher digits = DIGITS.matcher(satellite);
        return digits.find() && digits.group().length() <= 4 ? Integer.parseInt(digits.group()) : 0;
    }
}
