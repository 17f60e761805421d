package org.novum.root.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksumTest {
    /** Values of xxHash's own documents and of its reference program, xxhsum 0.8. */
    @Test
    void isTheXxHashThatIsPublished() {
        assertThat(of("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(of("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(of("abc")).isEqualTo(0x44BC2CF5AD770999L);
        assertThat(of("Nobody inspects the spammish repetition")).isEqualTo(0xFBCEA83C8A378BF1L);
    }

    private static long of(String text) {
        return Checksums.xxHash64(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
