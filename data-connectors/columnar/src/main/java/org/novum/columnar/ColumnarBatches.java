package org.novum.columnar;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.files.Guard;

/** The answer of a query, batch by batch. */
final class ColumnarBatches implements Batches {
    /** All that it says of an answer in batches that has none. */
    private static final String UNTOLD = "Invalid result set";

    private final BufferAllocator allocator;
    private final ColumnarQuery query;
    private final Duck duck;
    private final DuckStream stream;
    private final WrittenNumbers written;

    ColumnarBatches(BufferAllocator allocator, ColumnarQuery query, int batchRows) {
        this.allocator = allocator;
        this.query = query;
        this.written = new WrittenNumbers(allocator, query);
        this.duck = Duck.inOrder(allocator, query.file());
        this.stream = Guard.call(() -> new DuckStream(allocator, query.on(duck), batchRows), broken -> {
            NovumException refused = duck.refused(broken);
            return reason(broken).orElse(refused);
        });
    }

    @Override
    public boolean next() {
        boolean more = Guard.call(stream::next, broken -> {
            duck.note(broken);
            return reason(broken).orElseGet(() -> Duck.broken(query.file(), broken));
        });
        if (more && Kind.of(query.file()).isJson()) {
            written.check(stream.root());
        }
        return more;
    }

    /** What the database does not tell; a file that cannot be read for another reason is refused for that. */
    private Optional<NovumException> reason(Throwable broken) {
        try {
            Optional<DataException> number = TooLarge.in(allocator, query);
            if (number.isEmpty() && String.valueOf(broken.getMessage()).contains(UNTOLD)) {
                Duck again = Duck.inOrder(allocator, query.file());
                Guard.call(
                        () -> {
                            query.tryOn(again);
                            return again;
                        },
                        again::refused);
                again.close();
            }
            return number.map(NovumException.class::cast);
        } catch (NovumException told) {
            told.addSuppressed(broken);
            return Optional.of(told);
        }
    }

    @Override
    public VectorSchemaRoot root() {
        return stream.root();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException | SQLException stuck) {
            throw new IllegalStateException("a query in memory cannot be closed", stuck);
        } finally {
            duck.close();
        }
    }
}
