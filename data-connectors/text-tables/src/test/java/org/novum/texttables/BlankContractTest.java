package org.novum.texttables;

import java.nio.file.Path;
import java.util.List;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Columns between blanks. */
class BlankContractTest extends FormatContract {
    @Override
    String ending() {
        return ".txt";
    }

    @Override
    String written(InMemoryTable table) {
        return Written.blanks(table);
    }

    @Override
    List<BadSource> badTexts(Path folder) {
        return List.of(
                bad(folder, "ragged.txt", "# a b\n1 2\n\n3\n", "line 4", "1 word where line 2 has 2"),
                bad(folder, "prose.txt", "All is well.\nThe sky was clear last night, 7 stars were seen.\n", "line 2", "prose"),
                bad(folder, "words.dat", "All is well.\nThe sky is\n", "line 1", "prose"),
                bad(folder, "commas.txt", "1,2,3\n4,5,6\n", "line 1", ".csv"),
                bad(folder, "blanks.txt", "1, 2, 3\n4, 5, 6\n", "line 1", "commas separate", ".csv"),
                bad(folder, "remarks.txt", "# nothing\n# else\n", "no rows"),
                bad(folder, "twice.txt", "a a\n1 2\n", "line 1", "two columns are called 'a'"),
                bad(folder, "comma.dat", "x\n1.5\n2,5\n", "line 3", "column x", "decimal comma"),
                bad(folder, "long.txt", "x\n1\n99999999999999999999\n", "line 3", "column x", "64-bit"),
                bad(folder, "word.txt", "x\n1\n2\nmany\n4\n", "line 4", "column x", "many"),
                bad(folder, "infinite.txt", "x\n1\n-inf\n2\n", "line 3", "column x", "-inf", "NaN"),
                bad(folder, "summary.txt", Written.SUMMARY.replace("S00W84", "S00X84"), "line 13", "S00X84"),
                bad(folder, "late.txt", Written.SUMMARY.replace("IA.", "IB."), "line 11"),
                bad(folder, "undated.txt", Written.SUMMARY.replace("Mar 06 0030", "Mar 36 0030"), "line 2", "no time"),
                bad(folder, "cut.txt", Written.SUMMARY.substring(0, Written.SUMMARY.indexOf("II.")), "section II"),
                bad(folder, "shifted.txt", Written.PARTICLES.replace("      12 ", "        12"), "line 17", "between the columns"),
                bad(folder, "charges.txt", Written.PARTICLES.replace("  0,+", "0,-,+"), "line 18", "2 numbers", "3 charges"),
                bad(folder, "layout.txt", Written.PARTICLES.replace("particle name", "something"), "remarks in front"));
    }
}
