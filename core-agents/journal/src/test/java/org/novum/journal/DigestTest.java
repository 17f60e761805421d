package org.novum.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {

    /** The one-block example of FIPS 180-4, SHA-256. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void publishedExample() {
        assertThat(Digest.of("abc".getBytes(StandardCharsets.US_ASCII)).hex()).isEqualTo(ABC);
    }

    /** A million letters a, the long example of FIPS 180-4; longer than one chunk of the reader. */
    @Test
    void longFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "a".repeat(1_000_000));

        assertThat(Digest.of(file).hex()).isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    @Test
    void textForms() {
        Digest digest = new Digest(ABC);

        assertThat(digest).hasToString("sha256:" + ABC);
        assertThat(Digest.parse(digest.toString())).isEqualTo(digest);
        assertThat(digest.blobReference()).isEqualTo("blob:sha256:" + ABC);
        assertThat(RecordCodec.blob(digest.blobReference())).isEqualTo(digest);
    }

    @Test
    void refusesOtherTexts() {
        assertThatThrownBy(() -> new Digest(ABC.toUpperCase(java.util.Locale.ROOT)))
                .hasMessageContaining("lower-case");
        assertThatThrownBy(() -> Digest.parse(ABC)).hasMessageContaining("must start with sha256:");
    }
}
