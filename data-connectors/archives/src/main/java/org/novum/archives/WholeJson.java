package org.novum.archives;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.novum.tabular.SourceBytes;

/** Checks that what is called JSON is JSON to its end: one document, or one after the other. */
final class WholeJson {
    private static final Pattern NAME = Pattern.compile(".*\\.(json|geojson|jsonl|ndjson)(\\.gz|\\.zst)?");

    /** Archives write NaN and the like, which readers take. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private WholeJson() {}

    /** Whether a name, in small letters, says that the file is JSON. */
    static boolean isMeant(List<String> names) {
        return names.stream().anyMatch(name -> NAME.matcher(name).matches());
    }

    /**
     * What is wrong with the file, as the end of a sentence about its server.
     *
     * @throws IOException if it cannot be read
     */
    static Optional<String> fault(Path file) throws IOException {
        try (InputStream in = SourceBytes.open(file);
                JsonParser parser = JSON.createParser(in)) {
            boolean scalar = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                // A text or number outside of all lists and objects is what is left of something else.
                scalar |= token.isScalarValue() && parser.getParsingContext().inRoot();
            }
            return scalar ? Optional.of("sent something else than JSON of lists or objects") : Optional.empty();
        } catch (JsonEOFException e) {
            return Optional.of("sent JSON that is cut in line " + e.getLocation().getLineNr() + ": try again later");
        } catch (StreamConstraintsException e) {
            return Optional.of("sent JSON that no reader takes (" + e.getOriginalMessage() + ")");
        } catch (JsonParseException e) {
            return Optional.of("sent something else than JSON (wrong in line " + e.getLocation().getLineNr() + ")");
        }
    }
}
