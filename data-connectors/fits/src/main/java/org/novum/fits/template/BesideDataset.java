package org.novum.fits.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/** Spectra as one part, and what was named with them, each kind as parts of its own. */
public final class BesideDataset implements Dataset {
    private final List<Dataset> datasets;
    private final DatasetCard card;

    private BesideDataset(List<Dataset> datasets) {
        this.datasets = List.copyOf(datasets);
        List<DataPart> parts = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        for (Dataset dataset : datasets) {
            for (DataPart part : dataset.card().parts()) {
                if (!names.add(part.name())) {
                    throw new DataException(part.name(), "spectra and what stands beside them have one name", "rename a file");
                }
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparing(DataPart::name));
        card = new DatasetCard(datasets.getLast().card().name(), parts);
    }

    /**
     * Datasets as one.
     *
     * @param datasets one or more, that of the spectra last; closed with this one
     */
    public static Dataset of(List<Dataset> datasets) {
        return datasets.size() == 1 ? datasets.getFirst() : new BesideDataset(datasets);
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        return holding(part).read(allocator, part, columns);
    }

    @Override
    public Optional<Batches> asWritten(BufferAllocator allocator, String part, String column) {
        return holding(part).asWritten(allocator, part, column);
    }

    private Dataset holding(String part) {
        String name = card.part(part).name();
        return datasets.stream()
                .filter(dataset -> dataset.card().parts().stream().anyMatch(one -> one.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("part " + part + " is on the card and in no dataset"));
    }

    @Override
    public void close() {
        datasets.forEach(Dataset::close);
    }
}
