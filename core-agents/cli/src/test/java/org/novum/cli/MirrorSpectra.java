package org.novum.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.ListVector;
import org.novum.api.data.Batches;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.cli.SurveyLayout.Sampled;
import org.novum.fits.FitsConnector;

/** The survey spectra of the mirror. */
final class MirrorSpectra {
    /** Bits that say that a pixel holds nothing: no data, not a number, rejected. */
    private static final int UNUSABLE = 0b111;

    private MirrorSpectra() {}

    /** Reads one object of so many, chosen by a hash of its name, into a map by the name of its file. */
    static void read(Path files, int part, Map<String, Sampled> spectra) {
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = new FitsConnector().open(DataSource.of(files.toString()));
                Batches batches = dataset.read(
                        allocator,
                        dataset.card().parts().getFirst().name(),
                        List.of("file", "wavelength", "flux", "ivar", "mask", "problem"))) {
            while (batches.next()) {
                for (int row = 0; row < batches.root().getRowCount(); row++) {
                    String name = ((VarCharVector) batches.root().getVector("file")).getObject(row).toString();
                    name = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
                    CRC32 hash = new CRC32();
                    hash.update(name.getBytes(StandardCharsets.UTF_8));
                    if (hash.getValue() % part == 0 && batches.root().getVector("problem").isNull(row)) {
                        spectra.put(name, sampled(batches, row));
                    }
                }
            }
        }
    }

    private static Sampled sampled(Batches batches, int row) {
        double[] wavelength = numbers(batches, "wavelength", row);
        double[] ivar = numbers(batches, "ivar", row);
        ListVector masks = (ListVector) batches.root().getVector("mask");
        for (int i = 0; i < ivar.length; i++) {
            int flags = ((IntVector) masks.getDataVector()).get(masks.getElementStartIndex(row) + i);
            ivar[i] = (flags & UNUSABLE) == 0 ? ivar[i] : 0;
        }
        return new Sampled(wavelength, numbers(batches, "flux", row), ivar);
    }

    private static double[] numbers(Batches batches, String column, int row) {
        ListVector lists = (ListVector) batches.root().getVector(column);
        int from = lists.getElementStartIndex(row);
        double[] values = new double[lists.getElementEndIndex(row) - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Float8Vector) lists.getDataVector()).get(from + i);
        }
        return values;
    }
}
