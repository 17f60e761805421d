package org.novum.tabular;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.novum.api.data.Batches;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Files for tests, and what is read from them. */
final class Tables {
    private Tables() {}

    static Path write(Path folder, String name, String content) {
        return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String content) {
        return gzip(content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zstd(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** All values of one column of the first part, as objects. */
    static List<Object> column(Path file, String name) {
        return column(DataSource.of(file.toString()), name);
    }

    static List<Object> column(DataSource source, String name) {
        try (Dataset dataset = new TabularConnector().open(source)) {
            return column(dataset, dataset.card().parts().getFirst().name(), name);
        }
    }

    static List<Object> column(Dataset dataset, String part, String name) {
        List<Object> values = new ArrayList<>();
        try (RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, part, List.of(name))) {
            while (batches.next()) {
                FieldVector vector = batches.root().getVector(0);
                for (int row = 0; row < batches.root().getRowCount(); row++) {
                    Object value = vector.getObject(row);
                    values.add(value instanceof Number ? value : value.toString());
                }
            }
        }
        return values;
    }
}
