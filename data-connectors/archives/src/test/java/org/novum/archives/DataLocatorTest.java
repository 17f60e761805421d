package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLocatorTest {
    private static final String SHA256 = Samples.sha256(Samples.CONTENT);

    @TempDir
    private Path folder;

    private DataLocator locator;

    @BeforeEach
    void locator() {
        Path mirror = folder.resolve("mirror");
        locator = new DataLocator(new ArchivePlaces(folder.resolve("home"), Optional.of(mirror)));
        Samples.write(mirror.resolve("a/Ymumu.csv"), new byte[] {'x'});
        Samples.write(folder.resolve("bundle/Ymumu.csv.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0});
    }

    private Optional<Path> find() {
        return locator.find(SHA256, "Ymumu.csv.gz", List.of(folder.resolve("bundle"), folder.resolve("gone")));
    }

    @Test
    void findsNothingThatIsNotTheContent() {
        assertThat(find()).isEmpty();
    }

    @Test
    void prefersCacheThenBundleThenItsDataThenMirror() {
        Path renamed = Samples.write(folder.resolve("mirror/b/c/renamed"), Samples.gzip(Samples.CONTENT));
        assertThat(find()).contains(renamed);
        Path named = Samples.write(folder.resolve("mirror/z/Ymumu.csv"), Samples.CONTENT);
        assertThat(find()).contains(named);
        Path data = Samples.write(folder.resolve("bundle/data/other.csv"), Samples.CONTENT);
        assertThat(find()).contains(data);
        Path beside = Samples.write(folder.resolve("bundle/Ymumu.csv"), Samples.CONTENT);
        assertThat(find()).contains(beside);
        Path cached = Samples.write(folder.resolve("home/cache").resolve(SHA256), Samples.CONTENT);
        assertThat(find()).contains(cached);
        Samples.write(cached, new byte[] {1});
        assertThat(find()).contains(beside);
    }

    @Test
    void needsNoMirror() {
        DataLocator alone = new DataLocator(new ArchivePlaces(folder.resolve("home"), Optional.empty()));
        assertThat(alone.find(SHA256, "Ymumu.csv", List.of(folder.resolve("bundle")))).isEmpty();
    }
}
