package org.novum.columnar;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.util.ValueVectorUtility;
import org.novum.files.Guard;

/**
 * An Arrow file whose batches are checked before native code sees them: lengths of buffers, offsets, type ids and codes of
 * dictionaries, none of which that code checks itself.
 */
final class CheckedArrowFile extends ArrowFileReader {
    private final BatchMemory memory;

    CheckedArrowFile(SeekableByteChannel in, BatchMemory memory) {
        super(in, memory, CommonsCompressionFactory.INSTANCE);
        this.memory = memory;
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        try {
            memory.tidy();
            boolean more = super.loadNextBatch();
            if (more) {
                check();
            }
            return more;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError damaged) {
            throw new IOException(Guard.reason(damaged), damaged); // what the C stream interface passes on
        }
    }

    private void check() throws IOException {
        for (Dictionary dictionary : getDictionaryVectors().values()) {
            ValueVectorUtility.validateFull(dictionary.getVector());
        }
        ValueVectorUtility.validateFull(getVectorSchemaRoot());
        for (FieldVector vector : getVectorSchemaRoot().getFieldVectors()) {
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
