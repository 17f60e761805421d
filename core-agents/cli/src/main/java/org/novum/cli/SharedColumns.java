package org.novum.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;

/**
 * The columns of parts that follow one another in one table. Numbers are of the widest type that a part has them in; nothing else
 * that differs between parts is passed over.
 */
final class SharedColumns {
    private static final List<ColumnType> NUMBERS = List.of(ColumnType.INT32, ColumnType.INT64, ColumnType.FLOAT64);
    private static final List<ColumnType> LISTS =
            List.of(ColumnType.INT8_LIST, ColumnType.INT32_LIST, ColumnType.INT64_LIST, ColumnType.FLOAT64_LIST);

    private final List<Part> parts;

    /** @param parts of a dataset */
    SharedColumns(List<DataPart> parts) {
        this.parts = parts.stream().map(Part::of).toList();
    }

    /**
     * A part whose columns are found without going through all of them: there may be thousands.
     *
     * @param name of the part
     * @param columns by their names, in order
     */
    private record Part(String name, Map<String, ColumnCard> columns) {
        static Part of(DataPart part) {
            Map<String, ColumnCard> columns = new LinkedHashMap<>();
            part.columns().forEach(column -> columns.put(column.name(), column));
            return new Part(part.name(), columns);
        }

        boolean has(String column) {
            return columns.containsKey(column);
        }

        ColumnCard column(String column) {
            return Objects.requireNonNull(columns.get(column));
        }
    }

    /**
     * All columns.
     *
     * @throws NovumException with {@code DATA} if the parts differ in them
     */
    List<ColumnCard> all() {
        List<ColumnCard> all = new ArrayList<>();
        for (String name : names()) {
            difference(name).ifPresent(why -> {
                throw new NovumException(ExitCode.DATA, why + "; choose columns with --columns, or convert the parts one by one");
            });
            all.add(card(name));
        }
        return all;
    }

    /** Those that the parts have alike: what a condition may be about. */
    List<ColumnCard> alike() {
        return names().stream().filter(name -> difference(name).isEmpty()).map(this::card).toList();
    }

    /**
     * Some columns.
     *
     * @param asked names, or several with commas between them where no column is called so
     * @throws NovumException with {@code USAGE} if one is not there or named twice, or the parts differ in it
     */
    List<ColumnCard> of(List<String> asked) {
        Set<String> known = names();
        List<String> chosen = asked.stream()
                .flatMap(text -> known.contains(text) ? List.of(text).stream() : Arrays.stream(text.split(",", -1)))
                .toList();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : chosen) {
            if (!known.contains(name)) {
                throw wrong("there is no column " + name + "; there are " + known);
            }
            if (!seen.add(name)) {
                throw wrong(name + " is named twice; name it once");
            }
            difference(name).ifPresent(why -> {
                throw wrong(why + "; leave it out, or convert the parts one by one");
            });
        }
        return chosen.stream().map(this::card).toList();
    }

    private static NovumException wrong(String why) {
        return new NovumException(ExitCode.USAGE, "--columns: " + why);
    }

    /** SQL, and files of most formats, do not tell names apart that differ in case alone. */
    static void requireOtherNames(List<ColumnCard> columns) {
        Map<String, String> seen = new TreeMap<>();
        for (ColumnCard column : columns) {
            String other = seen.put(column.name().toLowerCase(Locale.ROOT), column.name());
            if (other != null) {
                throw new NovumException(
                        ExitCode.DATA,
                        "the columns " + other + " and " + column.name() + " differ in case alone; rename one with --column NEW="
                                + column.name());
            }
        }
    }

    private Set<String> names() {
        return parts.stream().flatMap(part -> part.columns.keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In which way the parts differ in a column. */
    private Optional<String> difference(String name) {
        Optional<Part> without = parts.stream().filter(part -> !part.has(name)).findFirst();
        if (without.isPresent()) {
            return Optional.of("not every part has the column " + name + " (" + without.get().name + " has not)");
        }
        Part first = parts.getFirst();
        for (Part part : parts) {
            ColumnCard one = first.column(name);
            ColumnCard other = part.column(name);
            if (!one.unit().equals(other.unit())) {
                return Optional.of(differs(name, first, one.unit().symbol(), part, other.unit().symbol()));
            }
            if (one.type() != other.type() && scale(one.type()) != scale(other.type())) {
                return Optional.of(differs(name, first, word(one.type()), part, word(other.type())));
            }
        }
        return Optional.empty();
    }

    private static String differs(String name, Part first, String one, Part part, String other) {
        return "the column " + name + " is " + one + " in " + first.name + " and " + other + " in " + part.name;
    }

    private static String word(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The types that one column's may be widened to, the narrowest first. */
    private static List<ColumnType> scale(ColumnType type) {
        return NUMBERS.contains(type) ? NUMBERS : LISTS.contains(type) ? LISTS : List.of();
    }

    private ColumnCard card(String name) {
        ColumnCard card = parts.getFirst().column(name);
        List<ColumnType> types = parts.stream().map(part -> part.column(name).type()).toList();
        List<ColumnType> scale = scale(card.type());
        ColumnType widest = types.stream().distinct().count() == 1
                ? card.type()
                : scale.get(types.stream().mapToInt(scale::indexOf).max().orElseThrow());
        return new ColumnCard(name, widest, card.unit());
    }
}
