package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeparatorScanTest {
    private static final String CHARACTERS = "0123456789.-+eG,,,\n\u000B\u008A\u00AC-";

    private static Block block(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Block block = new Block(bytes.length);
        System.arraycopy(bytes, 0, block.bytes, block.start, bytes.length);
        block.endAt(block.start + bytes.length);
        return block;
    }

    private static List<Integer> ends(Block block, SeparatorScan scan) {
        List<Integer> ends = new ArrayList<>();
        FieldCursor cursor = new FieldCursor(block, new Header((byte) ',', List.of("a", "b", "c")), scan);
        while (cursor.at < block.end) {
            cursor.found = 0;
            scan.advance(cursor, 50);
            for (int i = 1; i <= cursor.found; i++) {
                ends.add(cursor.separators[i]);
            }
        }
        ends.add((int) -cursor.lineFeeds);
        return ends;
    }

    @Test
    void wordsAndVectorsFindWhatIsThere() {
        assertThat(SeparatorScan.Choice.hasModule()).as("the tests run with the Vector API").isTrue();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(2000);
            for (int at = 0; at < length; at++) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            Block block = block(text.append('\n').toString());
            List<Integer> expected = new ArrayList<>();
            int lines = 0;
            for (int at = block.start; at < block.end; at++) {
                byte value = block.bytes[at];
                if (value == ',' || value == '\n') {
                    expected.add(at);
                }
                lines += value == '\n' ? 1 : 0;
            }
            expected.add(-lines);
            assertThat(ends(block, new SeparatorScan.Words())).isEqualTo(expected);
            assertThat(ends(block, new SeparatorScan.Vectors())).isEqualTo(expected);
        }
    }

    @Test
    void cursorsWalkTheSameGroupsEitherWay() {
        String text = "1.5,-2.25,G\n".repeat(5000);
        for (SeparatorScan scan : List.of(new SeparatorScan.Words(), new SeparatorScan.Vectors())) {
            FieldCursor cursor = new FieldCursor(block(text), new Header((byte) ',', List.of("a", "b", "c")), scan);
            int rows = 0;
            for (int count = cursor.next(); count > 0; count = cursor.next()) {
                assertThat(cursor.firstRow()).isEqualTo(rows);
                rows += count;
            }
            assertThat(rows).isEqualTo(5000);
            assertThat(cursor.isRagged()).isFalse();
        }
    }

    @Test
    void cursorsNoticeRowsWhoseSurplusAndLackCancelOut() {
        Header header = new Header((byte) ',', List.of("a", "b"));
        for (String text : List.of("1\n2,3,4\n", "1,2\n3\n4\n5,6\n", "1,2,3\n4\n", "1,2\n3,4,5,6\n", "1,2\n3\n")) {
            FieldCursor cursor = new FieldCursor(block(text), header, new SeparatorScan.Words());
            while (cursor.next() > 0) {
                assertThat(cursor.firstRow()).isLessThan(4);
            }
            assertThat(cursor.isRagged()).as(text).isTrue();
            assertThat(Fields.ragged(block(text), header)).isNotNull();
        }
    }
}
