package org.novum.fits.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;
import org.novum.files.Guard;
import org.novum.fits.spectrum.FileSource;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFiles;

/** Lines that a survey fitted, a row per line of every file; what holds no fits, or is damaged, has no rows. */
public final class SurveyLinesDataset implements Dataset {
    /** All columns in order: wavelength at rest in vacuum, then what {@link SurveyLine} has. */
    public static final List<ColumnCard> COLUMNS = List.of(
            new ColumnCard("file", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("line", ColumnType.TEXT, Unit.ONE),
            number("wave_rest", Unit.of("Angstrom")),
            number("line_z", Unit.ONE),
            number("line_z_err", Unit.ONE),
            number("sigma", Unit.of("km/s")),
            number("sigma_err", Unit.of("km/s")),
            number("area", Unit.ONE),
            number("area_err", Unit.ONE),
            number("ew", Unit.of("Angstrom")),
            number("ew_err", Unit.of("Angstrom")));

    private static final int TEXTS = 2;
    private static final int BATCH = 4096;

    private final List<SurveyLine> lines = new ArrayList<>();
    private final DatasetCard card;

    /** Reads the fits of files; damaged ones are left to whoever reads their spectra. */
    public SurveyLinesDataset(List<FileSource> files) {
        ByteArrayOutputStream digests = new ByteArrayOutputStream();
        for (FileSource file : files) {
            try {
                byte[] bytes = SpectrumFiles.read(file.path());
                digests.writeBytes(SpectrumFiles.sha256(bytes));
                lines.addAll(Guard.call(() -> SurveyLine.of(file, bytes), SpectrumException::damaged));
            } catch (SpectrumException unreadable) {
                digests.writeBytes(String.valueOf(unreadable.getMessage()).getBytes(StandardCharsets.UTF_8));
            }
        }
        if (lines.isEmpty()) {
            throw new DataException(
                    files.isEmpty() ? "#lines" : files.getFirst().label() + "#lines",
                    "no file holds fits of lines",
                    "leave #lines out, or name files of SDSS with the table SPZLINE");
        }
        String digest = HexFormat.of().formatHex(SpectrumFiles.sha256(digests.toByteArray()));
        card = new DatasetCard("lines", List.of(new DataPart("lines", "#lines", lines.size(), digest, COLUMNS)));
    }

    private static ColumnCard number(String name, Unit unit) {
        return new ColumnCard(name, ColumnType.FLOAT64, unit);
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        DataPart known = card.part(part);
        List<Field> fields = columns.stream()
                .map(column -> known.column(column)
                        .orElseThrow(() -> new DataException(
                                known.uri() + ", column " + column,
                                "there is no such column",
                                "fits of lines have " + String.join(", ", COLUMNS.stream().map(ColumnCard::name).toList())))
                        .type()
                        .field(column))
                .toList();
        return new Some(VectorSchemaRoot.create(new Schema(fields), allocator));
    }

    @Override
    public void close() {}

    /** The rows, some at a time. */
    private final class Some implements Batches {
        private final VectorSchemaRoot root;
        private int given;

        Some(VectorSchemaRoot root) {
            this.root = root;
        }

        @Override
        public boolean next() {
            int rows = Math.min(BATCH, lines.size() - given);
            for (FieldVector vector : root.getFieldVectors()) {
                vector.reset();
                int place = COLUMNS.stream().map(ColumnCard::name).toList().indexOf(vector.getName());
                for (int slot = 0; slot < rows; slot++) {
                    write(vector, slot, place, lines.get(given + slot));
                }
            }
            root.setRowCount(rows);
            given += rows;
            return rows > 0;
        }

        private void write(FieldVector vector, int slot, int place, SurveyLine line) {
            if (place < TEXTS) {
                String text = place == 0 ? line.file() : line.name();
                ((VarCharVector) vector).setSafe(slot, text.getBytes(StandardCharsets.UTF_8));
            } else {
                ((Float8Vector) vector).setSafe(slot, line.numbers()[place - TEXTS]);
            }
        }

        @Override
        public VectorSchemaRoot root() {
            return root;
        }

        @Override
        public void close() {
            root.close();
        }
    }
}
