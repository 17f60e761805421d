package org.novum.votable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.files.Guard;
import org.w3c.dom.NodeList;
import uk.ac.starlink.votable.TableElement;
import uk.ac.starlink.votable.VOElement;
import uk.ac.starlink.votable.VOStarTable;

/**
 * A VOTable document in memory (Ochsenbein et al. 2019, VOTable 1.4), with data as TABLEDATA, BINARY or BINARY2.
 *
 * <p>A document is data, never a way to other files: entities of its own and streams that lie elsewhere are refused.
 */
final class VotableDocument {
    private static final int HEAD = 4096;
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>\\[]*>");

    /** Kept, so that the setting is not collected: remarks on documents would be printed by the library. */
    private static final Logger REMARKS = Logger.getLogger("uk.ac.starlink");

    static {
        REMARKS.setLevel(Level.OFF);
    }

    private final VOElement root;

    private VotableDocument(VOElement root) {
        this.root = root;
    }

    /** Whether the bytes look like a VOTable. */
    static boolean recognises(byte[] content) {
        return head(content).contains("<VOTABLE") || head(content).contains(":VOTABLE");
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads a document.
     *
     * @throws VotableException if it is none, or cut off
     */
    static VotableDocument of(byte[] content) {
        if (!recognises(content)) {
            throw new VotableException("not a VOTable: there is no element VOTABLE");
        }
        byte[] harmless = harmless(content);
        return Guard.call(
                () -> {
                    VotableDocument document = new VotableDocument(Declarations.read(harmless));
                    document.requireDataInside();
                    return document;
                },
                broken -> VotableException.of(
                        "damaged: the data of a table are not as the document declares them (" + Guard.reason(broken) + ")", broken));
    }

    /** The document without its type declaration: old documents name one, and nothing is to be fetched for it. */
    private static byte[] harmless(byte[] content) {
        String head = head(content);
        if (!head.contains("<!DOCTYPE")) {
            return content;
        }
        Matcher matcher = DOCTYPE.matcher(head);
        if (!matcher.find() || head.contains("<!ENTITY")) {
            throw new VotableException("not accepted: the document declares entities of its own");
        }
        byte[] copy = content.clone();
        Arrays.fill(copy, matcher.start(), matcher.end(), (byte) ' ');
        return copy;
    }

    private void requireDataInside() {
        for (VOElement stream : elements("STREAM")) {
            if (!stream.getAttribute("href").isEmpty()) {
                throw new VotableException("not accepted: the data lie elsewhere, in " + stream.getAttribute("href"));
            }
        }
    }

    /** What the service says of its answer. */
    QueryStatus status() {
        QueryStatus status = new QueryStatus.Complete();
        for (VOElement info : elements("INFO")) {
            if (info.getAttribute("name").equals("QUERY_STATUS")) {
                String text = String.valueOf(info.getTextContent()).strip().replaceAll("\\s+", " ");
                switch (info.getAttribute("value")) {
                    case "ERROR" -> {
                        return new QueryStatus.Error(text.isEmpty() ? "no reason is given" : text);
                    }
                    case "OVERFLOW" -> status = new QueryStatus.Overflow();
                    default -> { }
                }
            }
        }
        return status;
    }

    /** The tables, in the order of the document. */
    List<VOStarTable> tables() {
        List<VOStarTable> tables = new ArrayList<>();
        for (VOElement element : elements("TABLE")) {
            tables.add(Guard.call(
                    () -> new VOStarTable((TableElement) element),
                    broken -> VotableException.of("truncated or damaged: the data of a table cannot be decoded", broken)));
        }
        return tables;
    }

    /** What the tables are called, by their names or else their IDs; empty for one that has neither. */
    List<String> tableNames() {
        return elements("TABLE").stream()
                .map(table -> table.getAttribute("name").isEmpty() ? table.getAttribute("ID") : table.getAttribute("name"))
                .toList();
    }

    private List<VOElement> elements(String tag) {
        List<VOElement> elements = new ArrayList<>();
        NodeList nodes = root.getElementsByVOTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((VOElement) nodes.item(i));
        }
        return elements;
    }
}
