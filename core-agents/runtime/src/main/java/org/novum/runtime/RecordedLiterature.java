package org.novum.runtime;

import java.nio.file.Path;
import org.novum.journal.FileBlobStore;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.journal.sqlite.SqliteJournalReader;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.literature.Retrieved;

/** The passages that a run has found, for who advises about it: the same that its models were shown. */
public final class RecordedLiterature {
    private RecordedLiterature() {}

    /**
     * The passages.
     *
     * @param folder of the run
     * @return nothing where its study names no literature
     */
    public static Retrieved of(Path folder) {
        Bundle bundle = new Bundle(folder).requireRun();
        try (JournalReader journal = SqliteJournalReader.open(bundle.path(Bundle.JOURNAL))) {
            FileBlobStore blobs = FileBlobStore.at(bundle.path(Bundle.BLOBS));
            return journal.records(JournalRecord.Result.class).stream()
                    .filter(result -> result.step().equals(Retrieved.STEP))
                    .map(result -> Json.read(blobs.get(result.output()), Retrieved.class))
                    .findFirst()
                    .orElse(Retrieved.NOTHING);
        }
    }
}
