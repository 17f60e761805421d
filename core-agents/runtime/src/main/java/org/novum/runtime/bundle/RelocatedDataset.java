package org.novum.runtime.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/** A dataset that was opened from other places than the recorded one; the digests say that it is the same. */
final class RelocatedDataset implements Dataset {
    private final Dataset found;
    private final DatasetCard recorded;
    private final NamedLinks links;
    private final Map<String, String> names = new HashMap<>();

    RelocatedDataset(Dataset found, DatasetCard recorded, NamedLinks links) {
        this.found = found;
        this.recorded = recorded;
        this.links = links;
        for (DataPart part : recorded.parts()) {
            names.put(part.name(), nameOf(part));
        }
    }

    /** Several parts may be of one file: that of the same name goes first, then the first that is not taken. */
    private String nameOf(DataPart part) {
        List<DataPart> same = found.card().parts().stream()
                .filter(candidate -> isSame(candidate, part))
                .toList();
        return same.stream()
                .filter(candidate -> candidate.name().equals(part.name()))
                .findFirst()
                .or(() -> same.stream().filter(candidate -> !names.containsValue(candidate.name())).findFirst())
                .or(() -> same.stream().findFirst())
                .map(DataPart::name)
                .orElseThrow(() -> {
                    found.close();
                    return new DataException(
                            part.uri(),
                            "its content is not what the run recorded (SHA-256 " + part.sha256() + ")",
                            "put the original file back, or start a new run");
                });
    }

    /** The same bytes may be read as something else, by their ending. */
    private static boolean isSame(DataPart found, DataPart recorded) {
        return found.sha256().equals(recorded.sha256())
                && found.rows() == recorded.rows()
                && names(found).equals(names(recorded));
    }

    private static List<String> names(DataPart part) {
        return part.columns().stream().map(ColumnCard::name).toList();
    }

    @Override
    public DatasetCard card() {
        return recorded;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        recorded.part(part);
        return found.read(allocator, names.get(part), columns);
    }

    @Override
    public void close() {
        try (links) {
            found.close();
        }
    }
}
