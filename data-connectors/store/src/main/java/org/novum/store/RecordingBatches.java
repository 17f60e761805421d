package org.novum.store;

import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;

/** Batches of a source, recorded as they are read. */
final class RecordingBatches implements Batches {
    private final Batches source;
    private final Recording recording;

    RecordingBatches(Batches source, Recording recording) {
        this.source = source;
        this.recording = recording;
    }

    @Override
    public boolean next() {
        if (source.next()) {
            recording.add(source.root());
            return true;
        }
        recording.finish();
        return false;
    }

    @Override
    public VectorSchemaRoot root() {
        return source.root();
    }

    @Override
    public void close() {
        try {
            source.close();
        } finally {
            recording.close();
        }
    }
}
