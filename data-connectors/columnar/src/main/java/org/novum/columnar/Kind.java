package org.novum.columnar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.novum.tabular.TableFile;

/** What a file is, which its ending says. */
enum Kind {
    PARQUET(".parquet"),
    ARROW(".arrow", ".feather"),
    /** One object a line. */
    JSON_LINES(".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"),
    /** An array of objects, or objects one after the other. */
    JSON(".json", ".json.gz");

    private final List<String> endings;

    Kind(String... endings) {
        this.endings = List.of(endings);
    }

    static Kind of(TableFile file) {
        String name = file.path().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.endings.stream().anyMatch(name::endsWith))
                .findFirst()
                .orElse(JSON_LINES);
    }

    /** The endings of these kinds. */
    static List<String> endings(Kind... kinds) {
        return Arrays.stream(kinds).flatMap(kind -> kind.endings.stream()).toList();
    }

    boolean isJson() {
        return this == JSON || this == JSON_LINES;
    }
}
