package org.novum.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest {

    @TempDir
    private Path folder;

    @Test
    void keepsBytesUnderTheirDigest() {
        FileBlobStore store = FileBlobStore.at(folder.resolve("blobs"));

        Digest digest = store.put(bytes("omega"));

        assertThat(store.get(digest)).isEqualTo(bytes("omega"));
        assertThat(store.contains(digest)).isTrue();
        assertThat(folder.resolve("blobs").resolve(digest.hex().substring(0, 2)).resolve(digest.hex()))
                .exists();
    }

    @Test
    void puttingTwiceChangesNothing() throws IOException {
        FileBlobStore store = FileBlobStore.at(folder);
        Digest digest = store.put(bytes("omega"));
        var written = Files.getLastModifiedTime(file(digest));

        assertThat(store.put(bytes("omega"))).isEqualTo(digest);
        assertThat(Files.getLastModifiedTime(file(digest))).isEqualTo(written);
        assertThat(store.list()).containsExactly(digest);
    }

    @Test
    void namesMissingAndDamagedBlobs() throws IOException {
        FileBlobStore store = FileBlobStore.at(folder);
        Digest digest = store.put(bytes("omega"));
        Files.write(file(digest), bytes("omeg"));

        assertThatThrownBy(() -> store.get(digest))
                .isInstanceOf(BlobException.class)
                .hasMessageContaining(digest.toString())
                .hasMessageContaining("damaged");
        Files.delete(file(digest));
        assertThatThrownBy(() -> store.get(digest))
                .isInstanceOf(BlobException.class)
                .hasMessageContaining(digest.toString())
                .hasMessageContaining("missing");
    }

    @Test
    void puttingMendsADamagedBlob() throws IOException {
        FileBlobStore store = FileBlobStore.at(folder);
        Digest digest = store.put(bytes("omega"));
        Files.write(file(digest), new byte[0]);

        store.put(bytes("omega"));

        assertThat(store.get(digest)).isEqualTo(bytes("omega"));
    }

    @Test
    void listsInOrderAndOnlyBlobs() throws IOException {
        FileBlobStore store = FileBlobStore.at(folder);
        assertThat(FileBlobStore.at(folder.resolve("none")).list()).isEmpty();
        IntStream.range(0, 50).forEach(i -> store.put(bytes("blob " + i)));
        Files.writeString(folder.resolve("README"), "not a blob");

        assertThat(store.list()).hasSize(50).isSorted();
    }

    @Test
    void manyThreadsMayPutTheSameBytes() {
        FileBlobStore store = FileBlobStore.at(folder);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(i -> threads.submit(() -> store.put(bytes("blob " + i % 7))));
        }

        assertThat(store.list())
                .hasSize(7)
                .allSatisfy(digest -> assertThat(Digest.of(store.get(digest))).isEqualTo(digest));
    }

    @Test
    void fullDiskLeavesNothingBehindAndLaterWorks() throws IOException {
        AtomicBoolean full = new AtomicBoolean(true);
        FileBlobStore store = new FileBlobStore(folder, (file, bytes) -> {
            if (full.get()) {
                Files.write(file, new byte[] {bytes[0]});
                throw new IOException("No space left on device");
            }
            Files.write(file, bytes);
        });

        assertThatThrownBy(() -> store.put(bytes("omega")))
                .isInstanceOf(StorageFullException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("make space");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        full.set(false);
        assertThat(store.get(store.put(bytes("omega")))).isEqualTo(bytes("omega"));
    }

    @Test
    void otherFailuresAreNotTakenForAFullDisk() throws IOException {
        Files.writeString(folder.resolve("blobs"), "a file where the folder should be");

        assertThatThrownBy(() -> FileBlobStore.at(folder.resolve("blobs")).put(bytes("omega")))
                .isInstanceOf(JournalException.class)
                .isNotInstanceOf(StorageFullException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void discardsWhatAnInterruptedWriterLeft() throws IOException {
        FileBlobStore store = FileBlobStore.at(folder);
        Digest digest = store.put(bytes("omega"));
        Path part = Files.writeString(file(digest).resolveSibling(digest.hex() + "-77-1.part"), "ome");

        store.discardUnfinished();

        assertThat(part).doesNotExist();
        assertThat(store.list()).containsExactly(digest);
    }

    private Path file(Digest digest) {
        return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
