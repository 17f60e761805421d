package org.novum.runtime.bundle;

import java.util.List;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/**
 * A dataset whose card is recorded and whose rows are looked for when a step first needs them.
 *
 * <p>A run that only has its files to write again can so be resumed where its data are not.
 */
public final class RecordedDataset implements Dataset {
    private final DatasetCard card;
    private final Supplier<Dataset> opener;
    private @Nullable Dataset opened;

    /**
     * @param card as recorded
     * @param opener opens the data of this card
     */
    public RecordedDataset(DatasetCard card, Supplier<Dataset> opener) {
        this.card = card;
        this.opener = opener;
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        return dataset().read(allocator, part, columns);
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    private synchronized Dataset dataset() {
        Dataset known = opened;
        if (known == null) {
            known = opener.get();
            opened = known;
        }
        return known;
    }
}
