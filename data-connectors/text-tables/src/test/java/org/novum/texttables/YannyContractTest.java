package org.novum.texttables;

import java.nio.file.Path;
import java.util.List;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Parameter files of SDSS. */
class YannyContractTest extends FormatContract {
    @Override
    String ending() {
        return ".par";
    }

    @Override
    String written(InMemoryTable table) {
        return Written.parameters(table);
    }

    @Override
    List<BadSource> badTexts(Path folder) {
        String whole = Written.PARAMETERS;
        return List.of(
                bad(folder, "plain.par", "mjd 5\n", "no typedef struct"),
                bad(folder, "rowless.par", "typedef struct {\n int n;\n} A;\n", "no rows"),
                bad(folder, "open.par", "a 1\ntypedef struct {\n int n;\n", "line 2", "never closed"),
                bad(folder, "type.par", whole.replace("double", "vector"), "line 6", "vector"),
                bad(folder, "member.par", whole.replace("double lambda", "double lam bda"), "line 6", "lam bda"),
                bad(folder, "twice.par", whole.replace("QUALITY quality", "QUALITY lambda"), "line 6", "'lambda'"),
                bad(folder, "structs.par", whole.replace("other", "LINE"), "line 13", "two structures"),
                bad(folder, "many.par", whole.replace("{4 5 -6} BAD", "{4 5 -6} BAD 1"), "line 17", "6 values", "5 columns"),
                bad(folder, "quote.par", whole.replace("# 1\"", "# 1"), "line 15", "never closed"),
                bad(folder, "brace.par", whole.replace("-6}", "-6"), "line 17", "never closed"),
                bad(folder, "enum.par", whole.replace("} BAD", "} WORSE"), "line 17", "WORSE", "quality"),
                bad(folder, "keyword.par", whole + "late 1\n", "line 19", "late"),
                bad(folder, "few.par", whole.replace("{4 5 -6}", "{4 5}"), "line 17", "column counts", "2 numbers where 3"),
                bad(folder, "word.par", whole.replace("6562.8", "x"), "line 17", "column lambda", "'x'"));
    }
}
