package org.novum.columnar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.novum.api.data.DataException;
import org.novum.files.Guard;
import org.novum.tabular.TableFile;

/**
 * An Arrow file whose batches are checked before native code sees them: lengths of buffers, offsets, type ids and codes of
 * dictionaries, none of which that code checks itself.
 */
final class CheckedArrowFile extends ArrowFileReader {
    private static final String MARK = "ARROW1";
    private static final int LEAST = 1 << 12;

    /** Bytes of a part; no memory holds more. */
    private static final long MOST = 1L << 40;

    private final BatchMemory memory;
    private List<FieldVector> vectors = List.of();

    CheckedArrowFile(SeekableByteChannel in, BatchMemory memory) {
        super(in, memory, CommonsCompressionFactory.INSTANCE);
        this.memory = memory;
    }

    /**
     * What a file says of itself.
     *
     * @param rows of all batches
     * @param units of columns, as their fields' metadata state them
     */
    record Look(long rows, Map<String, String> units) {}

    /**
     * Goes through a whole file.
     *
     * @throws IOException if it is damaged
     * @throws DataException if it has a column of a type that is not read
     */
    static Look look(TableFile file, BufferAllocator allocator) throws IOException {
        requireMarks(file);
        try (FileChannel channel = FileChannel.open(file.path());
                BatchMemory memory = new BatchMemory(channel.size(), allocator);
                CheckedArrowFile batches = new CheckedArrowFile(channel, memory)) {
            Map<String, String> units = new HashMap<>();
            for (Field column : batches.getVectorSchemaRoot().getSchema().getFields()) {
                requireKnown(file, column, column);
                Optional.ofNullable(column.getMetadata().get("unit")).ifPresent(unit -> units.put(column.getName(), unit));
            }
            long rows = 0;
            while (batches.loadNextBatch()) {
                rows += batches.getVectorSchemaRoot().getRowCount();
            }
            return new Look(rows, units);
        }
    }

    /** Letters at the beginning and the end of each Arrow file (Arrow columnar format, IPC file format). */
    private static void requireMarks(TableFile file) throws IOException {
        try (FileChannel channel = FileChannel.open(file.path())) {
            ByteBuffer mark = ByteBuffer.allocate(MARK.length());
            for (long place : new long[] {0, channel.size() - MARK.length()}) {
                mark.clear();
                if (place < 0 || channel.read(mark, place) < MARK.length() || !MARK.equals(text(mark))) {
                    throw new IOException(place == 0 ? "it does not begin as Arrow files do" : "it does not end as Arrow files do");
                }
            }
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString();
    }

    /** Of a type that it does not know the database tells a letter, and no column. */
    private static void requireKnown(TableFile file, Field column, Field item) {
        if (item.getType() instanceof ArrowType.FloatingPoint real && real.getPrecision() == FloatingPointPrecision.HALF) {
            throw new DataException(
                    file.label(), "column " + column.getName() + " is of the type float16, which is not read", "write it as float32");
        }
        item.getChildren().forEach(child -> requireKnown(file, column, child));
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        try {
            memory.tidy();
            vectors = getVectorSchemaRoot().getFieldVectors();
            boolean more = super.loadNextBatch();
            if (more) {
                check();
            }
            return more;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError damaged) {
            throw new IOException(Guard.reason(damaged), damaged); // what the C stream interface passes on
        }
    }

    /** Room is made for as many rows as a batch says it has, so its columns must say the same. */
    @Override
    protected void loadRecordBatch(ArrowRecordBatch batch) {
        int node = 0;
        for (FieldVector vector : vectors) {
            if (node >= batch.getNodes().size() || batch.getNodes().get(node).getLength() != batch.getLength()) {
                batch.close();
                throw new IllegalArgumentException(
                        "column " + vector.getName() + " has not the " + batch.getLength() + " rows of its batch");
            }
            node += nodes(vector);
        }
        memory.within(most(batch), () -> super.loadRecordBatch(batch));
    }

    /** Bytes that a batch may take once it is loaded: four times its parts, decompressed, as room is made in powers of two. */
    private static long most(ArrowRecordBatch batch) {
        boolean compressed = batch.getBodyCompression().getCodec() != NoCompressionCodec.COMPRESSION_TYPE;
        long bytes = batch.getNodes().size() * (long) (batch.getLength() / Byte.SIZE + LEAST); // whether there are values, left out
        for (ArrowBuf part : batch.getBuffers()) {
            long stored = part.readableBytes();
            long declared = compressed && stored >= Long.BYTES ? part.getLong(0) : stored;
            bytes += Math.clamp(declared, stored, MOST);
        }
        return 4 * bytes;
    }

    /** How many vectors a column is made of, each of which has a node in a batch, itself first. */
    private static int nodes(FieldVector vector) {
        return 1 + vector.getChildrenFromFields().stream().mapToInt(CheckedArrowFile::nodes).sum();
    }

    private void check() throws IOException {
        for (Dictionary dictionary : getDictionaryVectors().values()) {
            CheckedVectors.check(dictionary.getVector());
        }
        for (FieldVector vector : getVectorSchemaRoot().getFieldVectors()) {
            CheckedVectors.check(vector);
            checkCodes(vector);
        }
    }

    private void checkCodes(FieldVector vector) throws IOException {
        DictionaryEncoding encoding = vector.getField().getDictionary();
        if (encoding != null && vector instanceof BaseIntVector codes) {
            Dictionary dictionary = getDictionaryVectors().get(encoding.getId());
            int most = dictionary == null ? 0 : dictionary.getVector().getValueCount();
            for (int row = 0; row < vector.getValueCount(); row++) {
                if (!vector.isNull(row) && (codes.getValueAsLong(row) < 0 || codes.getValueAsLong(row) >= most)) {
                    throw new IOException("column " + vector.getName() + " has a code that its dictionary has not");
                }
            }
        }
        for (FieldVector child : vector.getChildrenFromFields()) {
            checkCodes(child);
        }
    }
}
