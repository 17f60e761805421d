package org.novum.runtime.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novum.api.study.Literature;

/**
 * Reads the key {@code literature}: a folder, a list of folders, or a group of {@code folders} and {@code passages}.
 *
 * @param file of the study, for messages
 * @param base folder of that file
 */
record LiteratureReader(String file, @Nullable Path base) {
    private static final Set<String> KEYS = Set.of("folders", "passages");

    Literature read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Literature.NONE;
        }
        JsonNode folders = node;
        int passages = Literature.USUAL;
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    throw new StudyException(
                            file, "unknown key literature." + key + "; known are " + new TreeSet<>(KEYS));
                }
            });
            folders = node.path("folders");
            passages = passages(node.path("passages"));
        }
        try {
            return new Literature(folders(folders), passages, base);
        } catch (IllegalArgumentException wrong) {
            throw new StudyException(file, wrong.getMessage(), wrong);
        }
    }

    private int passages(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Literature.USUAL;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new StudyException(file, "literature.passages is a whole number, not " + node);
        }
        return node.intValue();
    }

    private List<String> folders(JsonNode node) {
        List<JsonNode> names = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(names::add);
        } else {
            names.add(node);
        }
        List<String> folders = names.stream().map(this::folder).toList();
        if (folders.isEmpty()) {
            throw new StudyException(file, "literature names no folder; write one, or leave the key out");
        }
        return folders;
    }

    private String folder(JsonNode node) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new StudyException(
                    file, "literature is a folder, a list of folders, or folders and passages; a folder is a text, not " + node);
        }
        String folder = node.textValue().strip();
        try {
            if (!folder.contains("://")) {
                Path.of(folder);
                return folder;
            }
        } catch (InvalidPathException odd) {
            throw new StudyException(file, "literature: " + folder + " is no path", odd);
        }
        throw new StudyException(file, "literature is a folder of this machine, not the address " + folder);
    }
}
