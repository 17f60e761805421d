package org.novum.texttables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.util.Text;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Files and values of tests. */
final class Written {
    static final String SUMMARY = """
            :Product: 0306SRS.txt
            :Issued: 2015 Mar 06 0030 UTC
            # Prepared jointly by two offices.
            #
            Joint USAF/NOAA Solar Region Summary
            SRS Number 65 Issued at 0030Z on 06 Mar 2015
            I.  Regions with Sunspots.  Locations Valid at 05/2400Z
            Nmbr Location  Lo  Area  Z   LL   NN Mag Type
            2293 N05W53   342  0065 Cao  10   09 Beta
            2295 S08E03   286  0010 Bxo  02   02 Beta-Gamma
            IA. H-alpha Plages without Spots.  Locations Valid at 05/2400Z Mar
            Nmbr  Location  Lo
            2292  S00W84   013
            II. Regions Due to Return 06 Mar to 08 Mar
            Nmbr Lat    Lo
            2288 S08    185
            """;

    static final String PARTICLES = """
            * MASSES, WIDTHS, AND MC ID NUMBERS
            *       1 -  8 \\ Monte Carlo particle numbers as described in the "Review of
            *       9 - 16 | Particle Physics". Charge states appear, as appropriate,
            *      17 - 24 | from left-to-right in the order -, 0, +, ++.
            *      25 - 32 /
            *           33   blank
            *      34 - 51   central value of the mass (double precision)
            *           52   blank
            *      53 - 60   positive error
            *      62 - 69   negative error
            *      71 - 88   central value of the width (double precision)
            *      90 - 97   positive error
            *      99 -106   negative error
            *     108 -128   particle name left-justified in the field and
            *                charge states right-justified in the field.
                  21                          0.E+00            +0.0E+00 -0.0E+00  0.E+00            +0.0E+00 -0.0E+00 g                   0
                  12                                                                                                   nu(e)               0
                2112    2212                  9.3957E-01        +6.0E-09 -5.0E-09                                      N(x) y            0,+
            """;

    static final String PARAMETERS = """
            # lines
            mjd 54579 "and what follows
            typedef enum {
              GOOD, BAD
            } QUALITY;
            typedef struct {
              double lambda;   # Angstrom
              char name[40];
              float weight[2];
              long counts<3>;
              QUALITY quality;
            } LINE;
            typedef struct { int n; char words[2][8]; } other;

            LINE 1215.67 "Ly alpha # 1" {0.1 nan} {1 2 \\
             3} GOOD   # a remark
            line 6562.8 {{}} { 1e0, -2 } {4 5 -6} BAD
            Other 7 {a "b c"}
            """;

    static final String ENHANCED = """
            # %ECSV 1.0
            # ---
            # delimiter: ','
            # datatype:
            # - {name: wave, unit: Angstrom, datatype: float64, description: in vacuum}
            # - {name: n, datatype: int32}
            # - {name: half, datatype: float32}
            # - {name: ok, datatype: bool}
            # - {name: label, datatype: string}
            # - {name: list, datatype: string, subtype: 'float64[null]'}
            # - {name: box, datatype: string, subtype: 'int64[2,2]'}
            # - {name: any, datatype: string, subtype: json}
            # meta: !!omap
            # - {comments: [first, second]}
            # schema: astropy-2.0
            wave,n,half,ok,label,list,box,any
            1215.67,1,0.1,True,"a ""b"", c","[1.5, null]","[[1,2],[3,4]]","{""a"": 1}"
            nan,,inf,False,,[],"[[5,6],[7,8]]",
            -inf,3,,,µ,,"[[0,0],[0,-1]]","[]"
            """;

    private Written() {}

    static Path file(Path folder, String name, String text) {
        return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Dataset open(Path file) {
        return new TextTablesConnector().open(DataSource.of(file.toString()));
    }

    /** The values of a column of the only part, or of the part of this name. */
    static List<@Nullable Object> column(Dataset dataset, String part, String column) {
        try (RootAllocator allocator = new RootAllocator();
                Batches batches = dataset.read(allocator, part, List.of(column))) {
            return values(batches);
        }
    }

    static List<@Nullable Object> column(Dataset dataset, String column) {
        return column(dataset, dataset.card().parts().getFirst().name(), column);
    }

    static List<@Nullable Object> values(Batches batches) {
        List<@Nullable Object> values = new ArrayList<>();
        while (batches.next()) {
            for (int slot = 0; slot < batches.root().getRowCount(); slot++) {
                Object value = batches.root().getVector(0).getObject(slot);
                values.add(value instanceof Text text ? text.toString() : value);
            }
        }
        return values;
    }

    /** A table as ECSV. */
    static String enhanced(InMemoryTable table) {
        String header = table.columns().stream()
                .map(InMemoryColumn::card)
                .map(card -> "# - {name: " + card.name() + ", datatype: " + type(card, "int64", "float64", "string")
                        + (card.unit().equals(Unit.ONE) ? "" : ", unit: " + card.unit().symbol()) + "}\n")
                .collect(Collectors.joining("", "# %ECSV 1.0\n# ---\n# datatype:\n", ""));
        return header + names(table, " ") + rows(table, "");
    }

    /** A table as a parameter file. */
    static String parameters(InMemoryTable table) {
        String header = table.columns().stream()
                .map(InMemoryColumn::card)
                .map(card -> type(card, "long ", "double ", "char ") + card.name() + (type(card, "", "", "[40]")) + ";\n")
                .collect(Collectors.joining("", "typedef struct {\n", "} ROW;\n"));
        return header + rows(table, "ROW ");
    }

    /** A table with blanks between the columns. */
    static String blanks(InMemoryTable table) {
        return "# a remark\n# " + names(table, "  ") + rows(table, "  ");
    }

    private static String type(ColumnCard card, String whole, String real, String text) {
        return switch (card.type()) {
            case INT64 -> whole;
            case FLOAT64 -> real;
            default -> text;
        };
    }

    private static String names(InMemoryTable table, String between) {
        return table.columns().stream().map(column -> column.card().name()).collect(Collectors.joining(between, "", "\n"));
    }

    private static String rows(InMemoryTable table, String before) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> table.columns().stream()
                        .map(column -> column.value(row))
                        .map(value -> value instanceof String text ? "\"" + text.replace("\"", "\"\"") + "\"" : String.valueOf(value))
                        .collect(Collectors.joining("  ", before, "\n")))
                .collect(Collectors.joining());
    }
}
