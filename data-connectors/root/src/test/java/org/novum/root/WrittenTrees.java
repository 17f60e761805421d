package org.novum.root;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.root.written.WrittenFile;

/** What tests of trees do with the files that they write. */
abstract class WrittenTrees {
    @TempDir
    Path folder;

    List<Object> read(WrittenFile file, String column) {
        try (Dataset dataset = open(file)) {
            return Rows.of(dataset, "file", List.of(column)).get(column);
        }
    }

    Dataset open(WrittenFile file) {
        return new RootConnector().open(DataSource.of(write(file)));
    }

    String write(WrittenFile file) {
        try {
            return "file:" + Files.write(folder.resolve("file.root"), file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, ColumnType> types(Dataset dataset) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        dataset.card().parts().getFirst().columns().forEach(card -> types.put(card.name(), card.type()));
        return types;
    }
}
