package org.novum.texttables;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.api.data.DataException;
import org.novum.tabular.Texts;

/** What a parameter file declares: structures, which are tables, and enumerations. */
final class YannyTypes {
    private static final Pattern ENUMERATION = Pattern.compile("(?s)typedef\\s+enum\\s*\\{([^{}]*)\\}\\s*(\\w+)\\s*;\\s*");
    private static final Pattern STRUCTURE = Pattern.compile("(?s)typedef\\s+struct\\s*\\{([^{}]*)\\}\\s*(\\w+)\\s*;\\s*");
    private static final Pattern MEMBER = Pattern.compile("(?s)(\\w+)\\s+([^\\s\\[\\]<>]+)\\s*((?:[\\[<]\\s*\\d{0,9}\\s*[\\]>]\\s*){0,8})");
    private static final Pattern AXIS = Pattern.compile("\\d+|[\\[<]\\s*[\\]>]");

    private final Map<String, Set<String>> enumerations = new TreeMap<>();
    private final Map<String, Structure> structures = new LinkedHashMap<>();

    /**
     * A table.
     *
     * @param name as it is declared
     * @param columns of it
     * @param allowed for each column the values that it may have, empty if any
     * @param fields rows so far
     */
    record Structure(String name, List<TextColumn> columns, List<Set<String>> allowed, Fields fields) {}

    /** The structures, by their names in upper case. */
    Map<String, Structure> structures() {
        return structures;
    }

    /**
     * Reads a declaration.
     *
     * @param text without remarks
     * @param place of it, for messages
     */
    void declare(String text, String place) {
        Matcher enumeration = ENUMERATION.matcher(text);
        Matcher structure = STRUCTURE.matcher(text);
        if (enumeration.matches()) {
            Set<String> values = new TreeSet<>(Arrays.stream(enumeration.group(1).split(",")).map(String::strip).toList());
            enumerations.put(enumeration.group(2), values);
        } else if (structure.matches()) {
            Structure declared = structure(structure.group(2), structure.group(1), place);
            if (structures.putIfAbsent(declared.name.toUpperCase(Locale.ROOT), declared) != null) {
                throw new DataException(place, "two structures are called " + Texts.shown(declared.name), "rename one of them");
            }
        } else {
            throw new DataException(place, "this declares neither a struct nor an enum", "correct it");
        }
    }

    private Structure structure(String name, String body, String place) {
        List<TextColumn> columns = new ArrayList<>();
        List<Set<String>> allowed = new ArrayList<>();
        for (String member : body.split(";")) {
            if (member.isBlank()) {
                continue;
            }
            Matcher matcher = MEMBER.matcher(member.strip());
            if (!matcher.matches()) {
                throw new DataException(place, "'" + Texts.shown(member.strip()) + "' declares no column", "correct it");
            }
            String column = new String(matcher.group(2).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            columns.add(TextColumn.of(column, reading(matcher.group(1), matcher.group(3), place)));
            allowed.add(enumerations.getOrDefault(matcher.group(1), Set.of()));
        }
        TextTable.requireNames(columns.stream().map(TextColumn::name).toList(), place);
        if (columns.isEmpty()) {
            throw new DataException(place, "the structure " + Texts.shown(name) + " has no columns", "correct it");
        }
        return new Structure(name, columns, allowed, new Fields(columns.size()));
    }

    private Reading reading(String type, String sizes, String place) {
        if (type.equals("char") || enumerations.containsKey(type)) {
            return Reading.AsWritten.TEXT; // arrays of texts as they are written, with their braces
        }
        DeclaredReading scalar = switch (type) {
            case "short", "int", "long" -> DeclaredReading.WHOLE;
            case "float" -> DeclaredReading.FLOAT;
            case "double" -> DeclaredReading.DOUBLE;
            default -> throw new DataException(
                    place,
                    "'" + Texts.shown(type) + "' is no type of parameter files",
                    "declare it as an enum, or as char, short, int, long, float or double");
        };
        if (sizes.isBlank()) {
            return scalar;
        }
        double count = 1;
        Matcher axis = AXIS.matcher(sizes);
        while (axis.find()) {
            count *= Character.isDigit(axis.group().charAt(0)) ? Double.parseDouble(axis.group()) : 0;
        }
        if (count > TextFile.MOST) {
            throw new DataException(place, "an array has " + sizes + " items, more than the file can hold", "correct it");
        }
        return new BraceList(scalar, (long) count);
    }
}
