package org.novum.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PieceTest {
    /** Pieces such as {@code /a/x#tree}. */
    private static List<String> names(String... pieces) {
        List<Piece> named = Stream.of(pieces)
                .map(text -> text.split("#", -1))
                .map(words -> new Piece(
                        Path.of(words[0]), String.valueOf(Path.of(words[0]).getFileName()), words.length > 1 ? words[1] : ""))
                .toList();
        return Piece.names(named, piece -> new IllegalArgumentException(piece.file() + " twice"));
    }

    @Test
    void theStemWhereItIsEnough() {
        assertThat(names("/a/x#t", "/a/y#/g/h", "/a/z")).containsExactly("x", "y", "z");
    }

    @Test
    void thePieceAndThenTheFoldersWhereItIsNot() {
        assertThat(names("/a/x#t", "/a/x#/g/h", "/b/x#t", "/a/b/x#t")).containsExactly("x-t", "x-g-h", "b-x-t", "a-b-x-t");
        assertThat(names("/a/x", "/b/x")).containsExactly("x", "b-x");
    }

    @Test
    void onePieceTwice() {
        assertThatThrownBy(() -> names("/x#t", "/x#t")).hasMessage("/x twice");
    }
}
