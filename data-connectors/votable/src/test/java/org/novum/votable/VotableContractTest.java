package org.novum.votable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.novum.api.data.DataConnector;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.ConnectorContract;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** The connector's contract, on tables of any kind. */
class VotableContractTest extends ConnectorContract {
    @Override
    public DataConnector connector() {
        return new VotableConnector();
    }

    @Override
    public InMemoryTable content() {
        return InMemoryTable.named("sample")
                .reals("s_ra", Unit.of("deg"), 99.238526, 0.25, 1e-300)
                .wholes("calib_level", Unit.ONE, 2, -1, 3_000_000_000L)
                .texts("target_name", "spec-55862-B6212_sp06-006", "a < b & c", "Å");
    }

    @Override
    public String store(InMemoryTable table, Path folder) {
        return write(folder.resolve(table.name() + ".vot"), bytes(table));
    }

    @Override
    public String storeCompressed(InMemoryTable table, Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(folder.resolve(table.name() + ".vot.gz"), out.toByteArray());
    }

    @Override
    public List<BadSource> badSources(Path folder) {
        byte[] whole = bytes(content());
        return List.of(
                bad(folder, "cut.vot", new String(whole, 0, whole.length / 2, StandardCharsets.UTF_8), "truncated"),
                bad(folder, "empty.vot", "", "not a VOTable"),
                bad(folder, "text.xml", "<html><body>Not found</body></html>", "not a VOTable"),
                bad(folder, "none.vot", Documents.document(""), "no table"),
                bad(folder, "twice.vot",
                        Documents.document(Documents.table(
                                List.of("<FIELD name=\"a\" datatype=\"int\"/>", "<FIELD name=\"a\" datatype=\"int\"/>"),
                                List.of(List.of("1", "2")))),
                        "column a"),
                bad(folder, "error.vot",
                        Documents.document("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">UsageFault: POS must be\n RA,DEC</INFO>"),
                        "UsageFault: POS must be RA,DEC"),
                bad(folder, "entity.vot",
                        "<?xml version=\"1.0\"?><!DOCTYPE VOTABLE [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                + "<VOTABLE><RESOURCE><DESCRIPTION>&x;</DESCRIPTION></RESOURCE></VOTABLE>",
                        "entities"),
                bad(folder, "elsewhere.vot",
                        Documents.document("<TABLE><FIELD name=\"a\" datatype=\"int\"/><DATA><BINARY><STREAM"
                                + " href=\"http://127.0.0.1:9/data\"/></BINARY></DATA></TABLE>"),
                        "elsewhere"));
    }

    private static BadSource bad(Path folder, String name, String text, String named) {
        return new BadSource(write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)), List.of(named, name));
    }

    private static byte[] bytes(InMemoryTable table) {
        List<String> fields = new ArrayList<>();
        for (InMemoryColumn column : table.columns()) {
            String type = switch (column.card().type()) {
                case FLOAT64 -> "datatype=\"double\"";
                case INT64 -> "datatype=\"long\"";
                default -> "datatype=\"unicodeChar\" arraysize=\"*\"";
            };
            String unit = column.card().unit().equals(Unit.ONE) ? "" : " unit=\"" + column.card().unit().symbol() + "\"";
            fields.add("<FIELD name=\"" + column.card().name() + "\" " + type + unit + "/>");
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (InMemoryColumn column : table.columns()) {
                cells.add(String.valueOf(column.value(row)).replace("&", "&amp;").replace("<", "&lt;"));
            }
            rows.add(cells);
        }
        return Documents.document(Documents.table(fields, rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static String write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "file:" + file;
    }
}
