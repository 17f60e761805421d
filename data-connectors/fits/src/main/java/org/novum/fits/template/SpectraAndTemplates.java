package org.novum.fits.template;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.fits.spectrum.FileSource;
import org.novum.fits.spectrum.SpectraDataset;

/** Spectra as the rows of one part, and the templates that were named with them, a part per file. */
public final class SpectraAndTemplates implements Dataset {
    private final Dataset spectra;
    private final TemplateDataset templates;
    private final DatasetCard card;

    private SpectraAndTemplates(Dataset spectra, TemplateDataset templates) {
        this.spectra = spectra;
        this.templates = templates;
        String part = spectra.card().parts().getFirst().name();
        boolean taken = templates.card().parts().stream().anyMatch(one -> one.name().equals(part));
        if (taken) {
            throw new DataException(part, "spectra and templates have one name", "rename one of the files");
        }
        this.card = new DatasetCard(
                spectra.card().name(),
                Stream.concat(spectra.card().parts().stream(), templates.card().parts().stream())
                        .sorted(Comparator.comparing(DataPart::name))
                        .toList());
    }

    /**
     * Opens files.
     *
     * @param spectra files of spectra, or of what shall be told to be none
     * @param named files of templates
     * @param open opens spectra
     */
    public static Dataset open(
            List<FileSource> spectra, List<FileSource> named, Function<List<FileSource>, SpectraDataset> open) {
        if (named.isEmpty()) {
            return open.apply(spectra);
        }
        TemplateDataset templates = new TemplateDataset(named);
        return spectra.isEmpty() ? templates : new SpectraAndTemplates(open.apply(spectra), templates);
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        boolean ofTemplates = templates.card().parts().stream().anyMatch(one -> one.name().equals(part));
        return ofTemplates ? templates.read(allocator, part, columns) : spectra.read(allocator, part, columns);
    }

    @Override
    public void close() {
        templates.close();
        spectra.close();
    }
}
