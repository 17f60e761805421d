package org.novum.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What is read of a file that may hold several things: a tree, a group, a unit.
 *
 * @param file that holds it
 * @param stem of the file's name, without endings
 * @param name of the piece in the file; may be empty for the only one
 */
public record Piece(Path file, String stem, String name) {
    /**
     * Names parts after pieces: the stem; where several share it, the piece's name behind it and, if it takes that, folders in front.
     *
     * @param pieces to name
     * @param twice what is thrown for a piece that is there already
     * @return a name for each, no two of them equal
     */
    public static List<String> names(List<Piece> pieces, Function<Piece, RuntimeException> twice) {
        Map<String, Integer> stems = new HashMap<>();
        pieces.forEach(piece -> stems.merge(piece.stem, 1, Integer::sum));
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Piece piece : pieces) {
            String name = stems.getOrDefault(piece.stem, 1) == 1 || piece.shown().isEmpty()
                    ? piece.stem
                    : piece.stem + "-" + piece.shown();
            for (Path folder = piece.file.toAbsolutePath().normalize().getParent();
                    taken.contains(name) && folder != null && folder.getFileName() != null;
                    folder = folder.getParent()) {
                name = folder.getFileName() + "-" + name;
            }
            if (!taken.add(name)) {
                throw twice.apply(piece);
            }
            names.add(name);
        }
        return names;
    }

    /** Names of groups are paths. */
    private String shown() {
        return name.replaceFirst("^/+", "").replace('/', '-');
    }
}
