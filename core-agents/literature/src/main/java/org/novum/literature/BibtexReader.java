package org.novum.literature;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;
import org.novum.api.literature.Work;

/** Reads the entries of a BibTeX file; what is searched is title and abstract. */
final class BibtexReader {
    private static final Key ABSTRACT = new Key("abstract");
    private static final Key EPRINT = new Key("eprint");

    private BibtexReader() {}

    static List<Document> read(Path file, String name) throws IOException {
        BibTeXDatabase database;
        try {
            // Macros such as journals' short names need not be defined.
            database = new BibTeXParser() {
                @Override
                public void checkStringResolution(Key key, org.jbibtex.BibTeXString string) {}
            }.parse(new StringReader(Files.readString(file)));
        } catch (ParseException | TokenMgrException broken) {
            throw new IOException("is no BibTeX: " + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""), broken);
        }
        List<Document> documents = new ArrayList<>();
        for (Map.Entry<Key, BibTeXEntry> entry : database.getEntries().entrySet()) {
            BibTeXEntry fields = entry.getValue();
            String title = field(fields, BibTeXEntry.KEY_TITLE);
            Work work = new Work(
                    entry.getKey().getValue(),
                    title,
                    field(fields, BibTeXEntry.KEY_AUTHOR),
                    field(fields, BibTeXEntry.KEY_YEAR),
                    identifier(fields),
                    name);
            documents.add(Document.of(work, (title + ". " + field(fields, ABSTRACT)).strip()));
        }
        return documents;
    }

    private static String identifier(BibTeXEntry entry) {
        String doi = field(entry, BibTeXEntry.KEY_DOI);
        return doi.isEmpty() ? field(entry, EPRINT) : doi;
    }

    private static String field(BibTeXEntry entry, Key key) {
        Value value = entry.getField(key);
        if (value == null) {
            return "";
        }
        String latex = value.toUserString();
        try {
            return new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(latex))).replaceAll("\\s+", " ").strip();
        } catch (ParseException | TokenMgrException odd) {
            // Formulas that the parser does not know stay as they are written.
            return latex.replaceAll("[{}]", "").replaceAll("\\s+", " ").strip();
        }
    }
}
