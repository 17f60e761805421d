package org.novum.tabular;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names parts after their files: the stem, with as many folders in front as it takes to tell files of the same stem
 * apart, joined by hyphens; where folders do not suffice, the file's whole name.
 */
public final class PartNames {
    private PartNames() {}

    /** The files as parts, in the order of the parts' names. */
    public static List<TableFile> of(List<Path> files) {
        Map<Path, String> names = new HashMap<>();
        for (Path file : files) {
            names.put(file, stem(file));
        }
        for (int folders = 1; folders <= deepest(files); folders++) {
            for (Path file : clashing(names)) {
                names.put(file, withFolders(file, folders, stem(file)));
            }
        }
        for (Path file : clashing(names)) {
            names.put(file, withFolders(file, 1, fileName(file)));
        }
        List<TableFile> parts = new ArrayList<>();
        names.forEach((file, name) -> parts.add(new TableFile(name, uri(file), fileName(file), file)));
        parts.sort(Comparator.comparing(TableFile::name).thenComparing(TableFile::uri));
        return parts;
    }

    /** The file's name without the endings of tables and compression. */
    static String stem(Path file) {
        String name = fileName(file);
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") || lower.endsWith(".zst") ? name.substring(0, name.lastIndexOf('.')) : name;
        int dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }

    private static List<Path> clashing(Map<Path, String> names) {
        Map<String, List<Path>> byName = new HashMap<>();
        names.forEach((file, name) -> byName.computeIfAbsent(name, any -> new ArrayList<>()).add(file));
        return byName.values().stream().filter(same -> same.size() > 1).flatMap(List::stream).toList();
    }

    private static String withFolders(Path file, int folders, String last) {
        Path absolute = file.toAbsolutePath().normalize();
        int count = absolute.getNameCount();
        StringBuilder name = new StringBuilder();
        for (int i = Math.max(0, count - 1 - folders); i < count - 1; i++) {
            name.append(absolute.getName(i)).append('-');
        }
        return name.append(last).toString();
    }

    private static int deepest(List<Path> files) {
        return files.stream().mapToInt(file -> file.toAbsolutePath().getNameCount()).max().orElse(0);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String uri(Path file) {
        return "file:" + file.toString().replace('\\', '/');
    }
}
