package org.novum.solarflare.input;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;

/**
 * Rows of active region patches as {@code sharp_*.csv.gz} has them; the label column is not among what is read.
 *
 * @param prefix {@code HARP} (HMI) or {@code TARP} (MDI), as in the file
 * @param arpnum patch number, as in the file
 * @param issued {@code t_end}, as in the file
 * @param patch a number per row that is equal for rows of one patch
 * @param time issue time, seconds since 1970
 * @param flareIndex flares of the 24 h before: 100 X + 10 M + C + 0.1 B
 * @param area in millionths of a solar hemisphere
 * @param flux total unsigned flux, Mx
 * @param gradient mean gradient of the line-of-sight field, G/Mm
 * @param rValue log10 of the unsigned flux near polarity inversion lines, Mx (Schrijver 2007); 0 where there is none
 */
public record PatchRows(
        String[] prefix,
        String[] arpnum,
        String[] issued,
        long[] patch,
        long[] time,
        double[] flareIndex,
        double[] area,
        double[] flux,
        double[] gradient,
        double[] rValue) {
    private static final List<String> PREFIXES = List.of("HARP", "TARP");
    private static final long EARLIEST = UtcTime.parse("1996-01-01").orElseThrow();

    /** Wider by far than all that was ever seen: a day of a thousand X flares, a whole hemisphere, 47 times the greatest flux. */
    private static final Map<String, Damage.Range> RANGES = Map.of(
            "arpnum", new Damage.Range(1, 9_999_999),
            "FLARE_INDEX", new Damage.Range(0, 1e5),
            "AREA", new Damage.Range(0, 1e6),
            "USFLUX", new Damage.Range(0, 1e25),
            "MEANGBZ", new Damage.Range(0, 1e4),
            "R_VALUE", new Damage.Range(0, 9));

    /** Number of rows. */
    public int size() {
        return time.length;
    }

    /** True if a row is of HMI. */
    public boolean hmi(int row) {
        return prefix[row].equals("HARP");
    }

    /**
     * Reads all parts of this layout.
     *
     * @param present seconds since 1970; a later row is from the future
     * @throws DataException if a column is missing, or a row is damaged, doubled or from the future
     */
    public static PatchRows read(DataHandle data, long present) {
        List<PatchRows> parts = Layout.PATCHES.required(data.card()).stream()
                .map(part -> read(data, part, present))
                .toList();
        refuseDoubles(parts, Layout.PATCHES.required(data.card()));
        return parts.size() == 1 ? parts.getFirst() : joined(parts);
    }

    private static PatchRows read(DataHandle data, DataPart part, long present) {
        Table table = Table.read(data, part, Layout.PATCHES.columns());
        Damage damage = new Damage(table.file());
        String[] prefix = table.texts("prefix");
        long[] number = table.wholes("arpnum", damage);
        String[] issued = table.texts("t_end");
        long[] time = table.times("t_end", damage);
        for (int row = 0; row < time.length; row++) {
            if (!PREFIXES.contains(prefix[row])) {
                damage.add(row, "prefix", "'" + prefix[row] + "' is neither HARP nor TARP");
            }
            if (time[row] < EARLIEST && UtcTime.parse(issued[row]).isPresent()) {
                damage.add(row, "t_end", "no magnetogram of this kind is from before 1996");
            }
            damage.requireWithin(row, "arpnum", number[row], RANGES.get("arpnum"));
            if (time[row] > present) {
                damage.add(row, "t_end", "the row is from the future");
            }
        }
        PatchRows rows = new PatchRows(
                prefix,
                table.asWritten(data, "arpnum"),
                issued,
                number,
                time,
                within("FLARE_INDEX", table, damage),
                within("AREA", table, damage),
                within("USFLUX", table, damage),
                within("MEANGBZ", table, damage),
                within("R_VALUE", table, damage));
        damage.refuse();
        for (int row = 0; row < number.length; row++) {
            number[row] = 2 * number[row] + (rows.hmi(row) ? 1 : 0);
        }
        return rows;
    }

    private static double[] within(String column, Table table, Damage damage) {
        double[] numbers = table.numbers(column, damage);
        for (int row = 0; row < numbers.length; row++) {
            damage.requireWithin(row, column, numbers[row], RANGES.get(column));
        }
        return numbers;
    }

    /** The rows of several parts, one after the other. */
    private static PatchRows joined(List<PatchRows> parts) {
        return new PatchRows(
                parts.stream().flatMap(part -> Arrays.stream(part.prefix)).toArray(String[]::new),
                parts.stream().flatMap(part -> Arrays.stream(part.arpnum)).toArray(String[]::new),
                parts.stream().flatMap(part -> Arrays.stream(part.issued)).toArray(String[]::new),
                parts.stream().flatMapToLong(part -> Arrays.stream(part.patch)).toArray(),
                parts.stream().flatMapToLong(part -> Arrays.stream(part.time)).toArray(),
                parts.stream().flatMapToDouble(part -> Arrays.stream(part.flareIndex)).toArray(),
                parts.stream().flatMapToDouble(part -> Arrays.stream(part.area)).toArray(),
                parts.stream().flatMapToDouble(part -> Arrays.stream(part.flux)).toArray(),
                parts.stream().flatMapToDouble(part -> Arrays.stream(part.gradient)).toArray(),
                parts.stream().flatMapToDouble(part -> Arrays.stream(part.rValue)).toArray());
    }

    /** A patch has one row of a time, in all files together. */
    private static void refuseDoubles(List<PatchRows> parts, List<DataPart> files) {
        TreeMap<Long, Set<Long>> seen = new TreeMap<>();
        for (int part = 0; part < files.size(); part++) {
            PatchRows rows = parts.get(part);
            Damage damage = new Damage(files.get(part).uri());
            for (int row = 0; row < rows.size(); row++) {
                if (!seen.computeIfAbsent(rows.patch[row], any -> new HashSet<>()).add(rows.time[row])) {
                    damage.add(row, "t_end", "the patch has another row of the same time");
                }
            }
            damage.refuse();
        }
    }

    /**
     * The greatest flare in the 24 h after each issue time: the label, for training and scoring alone.
     *
     * @return per row the class, or null where there was no flare
     * @throws DataException if the label column is missing or names an unknown class
     */
    public static @Nullable FlareClass[] labels(DataHandle data) {
        return Layout.PATCHES.required(data.card()).stream()
                .flatMap(part -> Arrays.stream(labels(data, part)))
                .toArray(FlareClass[]::new);
    }

    /**
     * Refuses labels none of which is a flare: a table without labels looks like this, and so does a quiet Sun.
     *
     * @param labels of the rows that are trained on or scored
     * @throws DataException counting them
     */
    public static void requireFlares(DataHandle data, @Nullable FlareClass[] labels) {
        if (Arrays.stream(labels).allMatch(Objects::isNull)) {
            throw new DataException(
                    Layout.PATCHES.required(data.card()).getFirst().uri() + ", column flares",
                    "all " + labels.length + " rows are empty, as in a table without labels",
                    "give rows of which some have a flare");
        }
    }

    private static @Nullable FlareClass[] labels(DataHandle data, DataPart part) {
        Table table = Table.read(data, part, List.of("flares"));
        Damage damage = new Damage(table.file());
        String[] texts = table.texts("flares");
        @Nullable FlareClass[] greatest = new FlareClass[texts.length];
        for (int row = 0; row < texts.length; row++) {
            for (String word : texts[row].split("\\|")) {
                // The lists of some years have empty places between the bars.
                Optional<FlareClass.Size> size = FlareClass.parse(word);
                if (size.isPresent()) {
                    greatest[row] = greater(greatest[row], size.get().letter());
                } else if (!word.isBlank()) {
                    damage.add(row, "flares", "'" + word + "' is no class of flare");
                }
            }
        }
        damage.refuse();
        return greatest;
    }

    private static FlareClass greater(@Nullable FlareClass known, FlareClass other) {
        return known == null || other.compareTo(known) > 0 ? other : known;
    }
}
