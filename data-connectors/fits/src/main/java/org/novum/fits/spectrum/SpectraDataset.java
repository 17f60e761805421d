package org.novum.fits.spectrum;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.types.pojo.Field;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.files.OrderedWork;

/**
 * Spectra from files, as the rows of one part: a file that cannot be read is a row with its {@code problem}.
 *
 * <p>Opening reads each file once, for its digest and its objects; the pixels are read when they are asked for. The
 * part's digest is that of the file's decompressed bytes, or, of several files, that of their digests one after the other.
 */
public final class SpectraDataset implements Dataset {
    private static final SpectraBatches.Size USUAL = new SpectraBatches.Size(1 << 12, 400_000);

    private final DatasetCard card;
    private final OpenFiles open;
    private final List<FileScan> files;
    private final SpectraBatches.Size batch;

    private SpectraDataset(DatasetCard card, OpenFiles open, List<FileScan> files, SpectraBatches.Size batch) {
        this.card = card;
        this.open = open;
        this.files = files;
        this.batch = batch;
    }

    /**
     * What to read.
     *
     * @param name of dataset and part
     * @param uri that the part's card states as its origin
     * @param files in the order of the rows
     */
    public record Request(String name, String uri, List<FileSource> files) {
        /** Copies the list. */
        public Request {
            files = List.copyOf(files);
        }
    }

    /**
     * Opens files.
     *
     * @param request what to read
     * @param formats that files may have
     * @param progress told how many files have been opened
     */
    public static SpectraDataset open(Request request, Formats formats, ScanProgress progress) {
        OpenFiles open = new OpenFiles(formats);
        List<FileScan> scans = new ArrayList<>(request.files().size());
        int all = request.files().size();
        try (OrderedWork<FileScan> work = new OrderedWork<>(scan -> {
            scans.add(scan);
            progress.opened(scans.size(), all);
        })) {
            for (FileSource file : request.files()) {
                work.give(() -> FileScan.of(file, open));
            }
            work.finish();
        }
        long rows = scans.stream().mapToLong(FileScan::rows).sum();
        DataPart part = new DataPart(request.name(), request.uri(), rows, digest(scans), columns(scans));
        return new SpectraDataset(new DatasetCard(request.name(), List.of(part)), open, scans, USUAL);
    }

    /** Those of every spectrum, and of single exposures and the survey's models where these are asked for. */
    private static List<ColumnCard> columns(List<FileScan> scans) {
        List<ColumnCard> columns = new ArrayList<>(SpectrumColumns.ALL);
        if (asked(scans, FileSource.Asked.EXPOSURES)) {
            columns.add(SpectrumColumns.EXPOSURE);
            if (scans.stream().allMatch(FileScan::canBeHalved)) {
                columns.add(SpectrumColumns.TURN);
            }
        }
        if (asked(scans, FileSource.Asked.MODELS)) {
            columns.add(SpectrumColumns.MODEL);
        }
        return List.copyOf(columns);
    }

    private static boolean asked(List<FileScan> scans, FileSource.Asked what) {
        return scans.stream().anyMatch(scan -> scan.source().asked() == what);
    }

    /** The same files in batches of another size. */
    public SpectraDataset inBatchesOf(int rows) {
        return new SpectraDataset(card, open, files, new SpectraBatches.Size(rows, Integer.MAX_VALUE));
    }

    private static String digest(List<FileScan> scans) {
        if (scans.size() == 1) {
            return HexFormat.of().formatHex(scans.getFirst().sha256());
        }
        MessageDigest digest = FileScan.digest();
        scans.forEach(scan -> digest.update(scan.sha256()));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    List<FileScan> files() {
        return files;
    }

    OpenFiles open() {
        return open;
    }

    SpectraBatches.Size batch() {
        return batch;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        DataPart known = card.part(part);
        return new SpectraBatches(this, allocator, columns.stream().map(column -> field(known, column)).toList());
    }

    private static Field field(DataPart part, String column) {
        ColumnCard card = part.column(column)
                .orElseThrow(() -> new DataException(
                        part.uri() + ", column " + column,
                        "there is no such column",
                        "these spectra have " + String.join(", ", part.columns().stream().map(ColumnCard::name).toList())));
        return card.type().field(column);
    }

    @Override
    public void close() {
        open.clear();
    }
}
