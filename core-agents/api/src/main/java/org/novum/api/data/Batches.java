package org.novum.api.data;

import org.apache.arrow.vector.VectorSchemaRoot;

/**
 * A stream of Arrow batches; the one who opened it closes it.
 *
 * <p>Use: {@code while (batches.next()) { read batches.root() }}. The root is reused: its vectors are valid until the
 * next call of {@link #next()}.
 */
public interface Batches extends AutoCloseable {
    /** Loads the next batch; false at the end. */
    boolean next();

    /** The batch loaded last, with the columns in the order asked for. */
    VectorSchemaRoot root();

    @Override
    void close();
}
