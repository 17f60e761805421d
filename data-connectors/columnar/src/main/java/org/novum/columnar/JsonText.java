package org.novum.columnar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.novum.api.data.DataException;
import org.novum.tabular.SourceBytes;
import org.novum.tabular.TableFile;

/**
 * The SQL of a file of JSON as a table.
 *
 * @param file that is read
 * @param format DuckDB's
 */
record JsonText(TableFile file, String format) {
    /** The type of a column whose values are read as they are written: text without its quotes, structures as JSON. */
    static final String WRITTEN = "VARCHAR";

    private static final JsonFactory JSON = new JsonFactory();

    static JsonText of(TableFile file) throws IOException {
        return new JsonText(file, Kind.of(file) == Kind.JSON ? format(file) : "newline_delimited");
    }

    private static String format(TableFile file) throws IOException {
        try (InputStream in = SourceBytes.open(file.path());
                JsonParser parser = JSON.createParser(in)) {
            return parser.nextToken() == JsonToken.START_ARRAY ? "array" : "unstructured";
        } catch (JsonProcessingException damaged) {
            throw refused(file, damaged);
        }
    }

    /**
     * Goes through a document, whose end the database does not look at.
     *
     * @throws DataException if it is cut or damaged, or is no array of objects, nor objects one after the other
     */
    static void check(TableFile file) throws IOException {
        try (InputStream in = SourceBytes.open(file.path());
                JsonParser parser = JSON.createParser(in)) {
            JsonToken first = parser.nextToken();
            boolean array = first == JsonToken.START_ARRAY;
            JsonToken token = array ? parser.nextToken() : first;
            while (token == JsonToken.START_OBJECT) {
                parser.skipChildren();
                token = parser.nextToken();
            }
            JsonToken end = array && token == JsonToken.END_ARRAY ? parser.nextToken() : token;
            if (end != null || array && token == null) {
                throw new DataException(
                        place(file, parser.currentTokenLocation().getLineNr()),
                        "here is something else than an object",
                        "give an array of objects, each of them a row, or objects one after the other");
            }
        } catch (JsonProcessingException damaged) {
            throw refused(file, damaged);
        }
    }

    private static DataException refused(TableFile file, JsonProcessingException damaged) {
        int line = damaged.getLocation() == null ? 1 : damaged.getLocation().getLineNr();
        String reason = damaged instanceof JsonEOFException
                ? "it ends in the middle"
                : damaged.getOriginalMessage().lines().findFirst().orElse("damaged");
        return new DataException(place(file, line), "it is no JSON (" + reason + ")", "get the file again, or correct it", damaged);
    }

    private static String place(TableFile file, int line) {
        return file.label() + ", line " + line;
    }

    /** All columns, of types that the database finds. */
    String detected() {
        return "read_json(" + path() + ", sample_size = -1, ignore_errors = false, maximum_depth = 16)";
    }

    /** The SQL of the names of each object. */
    String names() {
        return "SELECT DISTINCT unnest(json_keys(json)) FROM read_json_objects(" + path() + ")";
    }

    /**
     * Some columns.
     *
     * @param types that they are read as, by their names
     */
    String columns(Map<String, String> types) {
        return types.entrySet().stream()
                .map(column -> Duck.text(column.getKey()) + ": " + Duck.text(column.getValue()))
                .collect(Collectors.joining(", ", "read_json(" + path() + ", columns = {", "})"));
    }

    private String path() {
        return Duck.text(file.path().toString()) + ", format = '" + format + "'";
    }
}
