package org.novum.root;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;

/**
 * SHA-256 of columns as {@code src/test/oracle/oracle.mjs} makes it: a number is a double of eight bytes, text and lists
 * have their length in four bytes first, all little-endian.
 */
final class Digests {
    private Digests() {}

    /** The digest of each column of a part. */
    static Map<String, String> of(Dataset dataset, DataPart part) {
        List<String> names = part.columns().stream().map(ColumnCard::name).toList();
        Map<String, MessageDigest> digests = new LinkedHashMap<>();
        names.forEach(name -> digests.put(name, sha256()));
        try (RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, part.name(), names)) {
            while (batches.next()) {
                digests.forEach((name, digest) -> add(digest, batches.root().getVector(name)));
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        digests.forEach((name, digest) -> texts.put(name, HexFormat.of().formatHex(digest.digest())));
        return texts;
    }

    private static void add(MessageDigest digest, FieldVector vector) {
        for (int row = 0; row < vector.getValueCount(); row++) {
            add(digest, vector.getObject(row));
        }
    }

    private static void add(MessageDigest digest, Object value) {
        switch (value) {
            case Number number -> digest.update(buffer(8).putDouble(number.doubleValue()).flip());
            case List<?> items -> {
                digest.update(buffer(4).putInt(items.size()).flip());
                items.forEach(item -> add(digest, item));
            }
            default -> {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                digest.update(buffer(4).putInt(text.length).flip());
                digest.update(text);
            }
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
