package org.novum.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;

/**
 * The parts of several datasets as one, for instance spectra and the table that they are compared with.
 *
 * <p>A name that a dataset before has too gets a number behind it.
 */
final class JoinedDataset implements Dataset {
    private final List<Dataset> datasets;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final DatasetCard card;

    private record Place(Dataset dataset, String part) {}

    /** @param datasets that this one closes */
    JoinedDataset(List<Dataset> datasets) {
        this.datasets = List.copyOf(datasets);
        List<DataPart> parts = new ArrayList<>();
        for (Dataset dataset : datasets) {
            for (DataPart part : dataset.card().parts()) {
                String name = free(part.name());
                places.put(name, new Place(dataset, part.name()));
                parts.add(new DataPart(name, part.uri(), part.rows(), part.sha256(), part.columns()));
            }
        }
        parts.sort(Comparator.comparing(DataPart::name));
        this.card = new DatasetCard(
                datasets.stream().map(dataset -> dataset.card().name()).collect(Collectors.joining(", ")), parts);
    }

    private String free(String name) {
        String candidate = name;
        for (int number = 2; places.containsKey(candidate); number++) {
            candidate = name + "-" + number;
        }
        return candidate;
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        Place place = place(part);
        return place.dataset().read(allocator, place.part(), columns);
    }

    @Override
    public Optional<Batches> asWritten(BufferAllocator allocator, String part, String column) {
        Place place = place(part);
        return place.dataset().asWritten(allocator, place.part(), column);
    }

    private Place place(String part) {
        Place place = places.get(card.part(part).name());
        if (place == null) {
            throw new IllegalStateException("part " + part + " is on the card and in no dataset");
        }
        return place;
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (Dataset dataset : datasets) {
            try {
                dataset.close();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
