package org.novum.fits.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
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

/** Templates of surveys: a part per file, a row per vector. */
public final class TemplateDataset implements Dataset {
    /** All columns in order; the redshifts are null where the file does not say for which it is. */
    public static final List<ColumnCard> COLUMNS = List.of(
            new ColumnCard("name", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("class", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("kind", ColumnType.TEXT, Unit.ONE),
            new ColumnCard("z_min", ColumnType.FLOAT64, Unit.ONE),
            new ColumnCard("z_max", ColumnType.FLOAT64, Unit.ONE),
            new ColumnCard("wavelength", ColumnType.FLOAT64_LIST, Unit.of("Angstrom")),
            new ColumnCard("flux", ColumnType.FLOAT64_LIST, Unit.ONE));

    /** A header of more blocks is none of templates: 123 stars take four. */
    private static final int HEADER = 2880 * 40;

    private final Map<String, TemplateContent> contents = new TreeMap<>();
    private final DatasetCard card;

    /**
     * Opens files of templates.
     *
     * @throws DataException if one cannot be read
     */
    public TemplateDataset(List<FileSource> files) {
        List<DataPart> parts = new ArrayList<>();
        for (FileSource file : files) {
            String name = free(stem(file.label()));
            try {
                byte[] bytes = SpectrumFiles.read(file.path());
                TemplateContent content = Guard.call(() -> TemplateLayout.read(bytes), SpectrumException::damaged);
                contents.put(name, content);
                parts.add(new DataPart(
                        name,
                        file.label(),
                        content.vectors().size(),
                        HexFormat.of().formatHex(SpectrumFiles.sha256(bytes)),
                        COLUMNS));
            } catch (SpectrumException unreadable) {
                throw new DataException(
                        file.label(), String.valueOf(unreadable.getMessage()), "name a file of templates that is whole");
            }
        }
        parts.sort(Comparator.comparing(DataPart::name));
        card = new DatasetCard(parts.size() == 1 ? parts.getFirst().name() : "templates", parts);
    }

    private String free(String name) {
        String candidate = name;
        for (int number = 2; contents.containsKey(candidate); number++) {
            candidate = name + "-" + number;
        }
        return candidate;
    }

    private static String stem(String label) {
        return label.replaceFirst(".*/", "").replaceFirst("(?i)\\.(fits|fit|fts)(\\.gz|\\.fz)?$", "");
    }

    /** Whether a file's header is that of templates; a file that cannot be read is none. */
    public static boolean recognises(Path file) {
        try (PushbackInputStream stored = new PushbackInputStream(Files.newInputStream(file), 2)) {
            byte[] magic = stored.readNBytes(2);
            stored.unread(magic);
            boolean packed = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
            try (InputStream plain = packed ? new GZIPInputStream(stored) : stored) {
                return TemplateLayout.matches(plain.readNBytes(HEADER));
            }
        } catch (IOException _) {
            return false; // reading it as a spectrum says why
        }
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
                                "templates have " + String.join(", ", COLUMNS.stream().map(ColumnCard::name).toList())))
                        .type()
                        .field(column))
                .toList();
        VectorSchemaRoot root = VectorSchemaRoot.create(new Schema(fields), allocator);
        TemplateContent content = contents.get(known.name());
        if (content == null) {
            throw new IllegalStateException("part " + part + " is on the card and was not read");
        }
        return new Whole(root, content);
    }

    @Override
    public void close() {}

    /** All rows of a part as one batch: templates are some megabytes. */
    private static final class Whole implements Batches {
        private final VectorSchemaRoot root;
        private final TemplateContent content;
        private int given;

        Whole(VectorSchemaRoot root, TemplateContent content) {
            this.root = root;
            this.content = content;
        }

        @Override
        public boolean next() {
            root.getFieldVectors().forEach(FieldVector::reset);
            if (given > 0) {
                root.setRowCount(0);
                return false;
            }
            while (given < content.vectors().size()) {
                write(given, content.vectors().get(given));
                given++;
            }
            root.setRowCount(given);
            return given > 0;
        }

        private void write(int slot, TemplateVector row) {
            for (FieldVector vector : root.getFieldVectors()) {
                switch (vector.getName()) {
                    case "name" -> text(vector, slot, row.name());
                    case "class" -> text(vector, slot, row.spectralClass());
                    case "kind" -> text(vector, slot, row.kind().name());
                    case "z_min" -> content.redshifts().ifPresentOrElse(
                            range -> ((Float8Vector) vector).setSafe(slot, range.lowest()), () -> vector.setNull(slot));
                    case "z_max" -> content.redshifts().ifPresentOrElse(
                            range -> ((Float8Vector) vector).setSafe(slot, range.highest()), () -> vector.setNull(slot));
                    case "wavelength" -> numbers((ListVector) vector, slot, row.wavelength());
                    case "flux" -> numbers((ListVector) vector, slot, row.flux());
                    default -> throw new IllegalStateException("no column is called " + vector.getName());
                }
            }
        }

        private static void text(FieldVector vector, int slot, String text) {
            ((VarCharVector) vector).setSafe(slot, text.getBytes(StandardCharsets.UTF_8));
        }

        private static void numbers(ListVector lists, int slot, double[] numbers) {
            int first = lists.startNewValue(slot);
            Float8Vector items = (Float8Vector) lists.getDataVector();
            for (int i = 0; i < numbers.length; i++) {
                items.setSafe(first + i, numbers[i]);
            }
            lists.endValue(slot, numbers.length);
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
