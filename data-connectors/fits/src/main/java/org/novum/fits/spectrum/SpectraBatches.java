package org.novum.fits.spectrum;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.novum.api.data.Batches;
import org.novum.files.OrderedWork;

/**
 * Reads spectra in batches of some hundred thousand pixels.
 *
 * <p>Files are decoded on all cores, a few ahead of the one that is written, and rows come in the order of the files
 * whichever was faster; memory does not grow with the number of files.
 */
final class SpectraBatches implements Batches {
    private final List<FileScan> files;
    private final OpenFiles open;
    private final Size most;
    private final boolean pixels;
    private final VectorSchemaRoot root;
    private final Deque<Rows> decoded = new ArrayDeque<>();
    private final OrderedWork<Rows> work = new OrderedWork<>(decoded::add);
    private int given;
    private int file;
    private int row;

    /**
     * How much a batch holds at most; the spectrum that goes over it is still in it.
     *
     * @param rows spectra
     * @param pixels of all of them
     */
    record Size(int rows, int pixels) {}

    SpectraBatches(SpectraDataset dataset, BufferAllocator allocator, List<Field> columns) {
        this.files = dataset.files();
        this.open = dataset.open();
        this.most = dataset.batch();
        this.pixels = !SpectrumColumns.areOfTheObject(columns.stream().map(Field::getName).toList());
        this.root = VectorSchemaRoot.create(new Schema(columns), allocator);
    }

    @Override
    public boolean next() {
        root.getFieldVectors().forEach(FieldVector::reset);
        int slot = 0;
        int filled = 0;
        while (file < files.size() && slot < most.rows() && filled < most.pixels()) {
            FileScan scan = files.get(file);
            SpectrumColumns.write(
                    root, slot, new SpectrumColumns.Place(scan.source().label(), row, scan.exposure(row)), scan.identities().get(row));
            if (pixels) {
                SpectrumRow read = current().get(row);
                SpectrumColumns.write(root, slot, read);
                filled += read instanceof SpectrumRow.Spectrum spectrum ? spectrum.pixels().count() : 1;
            }
            slot++;
            row++;
            if (row == scan.rows()) {
                decoded.poll();
                file++;
                row = 0;
            }
        }
        root.setRowCount(slot);
        return slot > 0;
    }

    /** The rows of the file that is being written. */
    private Rows current() {
        while (decoded.isEmpty()) {
            giveMore();
        }
        return Optional.ofNullable(decoded.peek()).orElseThrow();
    }

    private void giveMore() {
        if (given == files.size()) {
            work.finish();
            return;
        }
        FileScan next = files.get(given++);
        work.give(() -> next.read(open));
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        work.close();
        root.close();
    }
}
