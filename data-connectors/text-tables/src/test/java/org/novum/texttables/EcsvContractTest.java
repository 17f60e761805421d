package org.novum.texttables;

import java.nio.file.Path;
import java.util.List;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryTable;

/** ECSV. */
class EcsvContractTest extends FormatContract {
    @Override
    String ending() {
        return ".ecsv";
    }

    @Override
    String written(InMemoryTable table) {
        return Written.enhanced(table);
    }

    @Override
    public InMemoryTable content() {
        return super.content()
                .reals("wave", Unit.of("Angstrom"), 1, 2, 3, 4, 5)
                .texts("note", "say \"T\"", "two\nlines", "a,b", " ", "x");
    }

    @Override
    List<BadSource> badTexts(Path folder) {
        String whole = Written.ENHANCED;
        return List.of(
                bad(folder, "plain.ecsv", "a b\n1 2\n", "line 1", "%ECSV"),
                bad(folder, "yaml.ecsv", whole.replace("{name: n,", "{name: n, ]"), "YAML"),
                bad(folder, "none.ecsv", "# %ECSV 1.0\n# ---\n# a: 1\na\n1\n", "datatype"),
                bad(folder, "type.ecsv", whole.replace("int32", "date"), "column n", "date"),
                bad(folder, "twice.ecsv", whole.replace("name: n,", "name: wave,"), "two columns are called 'wave'"),
                bad(folder, "names.ecsv", whole.replace("wave,n,", "n,wave,"), "line 16", "names above the rows"),
                bad(folder, "tabs.ecsv", whole.replace("','", "'\\t'"), "delimiter"),
                bad(folder, "ragged.ecsv", whole.replace("nan,,", "nan,"), "line 18", "7 fields where the header has 8"),
                bad(folder, "word.ecsv", whole.replace("1215.67", "wrong"), "line 17", "column wave", "wrong"),
                bad(folder, "truth.ecsv", whole.replace("True", "yes"), "line 17", "column ok", "yes"),
                bad(folder, "json.ecsv", whole.replace("[1.5, null]", "[1.5 2]"), "line 17", "column list", "JSON"),
                bad(folder, "few.ecsv", whole.replace("[0,-1]", "[0]"), "line 19", "column box", "3 values where 4"),
                bad(folder, "open.ecsv", whole.replace("\"[]\"", "\"[]"), "line 19", "never closed"),
                bad(folder, "float.ecsv", whole.replace(",0.1,", ",1e39,"), "line 17", "column half", "32 bits"));
    }
}
