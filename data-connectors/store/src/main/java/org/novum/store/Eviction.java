package org.novum.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes away what was not used for the longest time until a store is within its limit.
 *
 * <p>Whole sources go, then the columns that none of the others has. A process that has mapped such a column keeps it; one
 * that was about to open it reads the source.
 *
 * @param folder of the store
 * @param columns of it
 * @param limit of its size
 */
record Eviction(Path folder, ColumnFiles columns, StoreLimit limit) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Source(Path folder, FileTime used, Set<String> objects) {}

    /** Does nothing if there is room, or if another process is at it. */
    void run() throws IOException {
        Map<String, Path> objects = objects();
        long size = 0;
        for (Path object : objects.values()) {
            size += size(object);
        }
        long most = limit.bytes(folder);
        if (size <= most) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                evict(objects, size - most);
            }
        }
    }

    private void evict(Map<String, Path> objects, long surplus) throws IOException {
        List<Source> sources = sources();
        sources.sort(Comparator.comparing(Source::used));
        Map<String, Integer> uses = new TreeMap<>();
        objects.keySet().forEach(object -> uses.put(object, 0));
        sources.forEach(source -> source.objects.forEach(object -> uses.merge(object, 1, Integer::sum)));
        long left = surplus;
        for (String object : List.copyOf(uses.keySet())) {
            if (uses.getOrDefault(object, 0) == 0 && left > 0) {
                left -= delete(objects.get(object));
            }
        }
        for (Source source : sources) {
            if (left <= 0) {
                return;
            }
            deleteFolder(source.folder);
            for (String object : source.objects) {
                if (uses.merge(object, -1, Integer::sum) == 0 && objects.containsKey(object)) {
                    left -= delete(objects.get(object));
                }
            }
        }
    }

    private Map<String, Path> objects() throws IOException {
        Map<String, Path> objects = new TreeMap<>();
        for (Path file : columns.all()) {
            objects.put(ColumnFiles.named(file), file);
        }
        return objects;
    }

    private List<Source> sources() throws IOException {
        Map<Path, Source> sources = new TreeMap<>();
        for (Path file : below(folder.resolve("sources"), 3)) {
            Path source = file.resolveSibling("");
            Source known = sources.computeIfAbsent(
                    source, place -> new Source(place, FileTime.fromMillis(0), new HashSet<>()));
            String name = String.valueOf(file.getFileName());
            if (name.equals("used")) {
                sources.put(source, new Source(source, Files.getLastModifiedTime(file), known.objects));
            } else if (!name.equals("card.json")) {
                JsonNode object = Seal.isOn(file) ? JSON.readTree(file.toFile()).get("object") : null;
                known.objects.add(object == null ? "" : object.asText());
            }
        }
        return new ArrayList<>(sources.values());
    }

    private static List<Path> below(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, depth, (_, state) -> state.isRegularFile())) {
            return files.sorted().toList();
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException _) {
            return 0; // another process took it away
        }
    }

    private static long delete(Path file) throws IOException {
        long size = size(file);
        Files.deleteIfExists(file);
        return size;
    }

    private static void deleteFolder(Path folder) throws IOException {
        // The card first: without it nobody looks for the columns.
        Files.deleteIfExists(folder.resolve("card.json"));
        for (Path file : below(folder, 1)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
