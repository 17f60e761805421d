package org.novum.runtime.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
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

    private String nameOf(DataPart part) {
        return found.card().parts().stream()
                .filter(candidate -> candidate.sha256().equals(part.sha256()))
                .map(DataPart::name)
                .findFirst()
                .orElseThrow(() -> {
                    found.close();
                    return new DataException(
                            part.uri(),
                            "its content is not what the run recorded (SHA-256 " + part.sha256() + ")",
                            "put the original file back, or start a new run");
                });
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
