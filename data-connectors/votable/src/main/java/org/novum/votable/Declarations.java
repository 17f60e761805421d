package org.novum.votable;

import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.novum.files.Guard;

/**
 * What a document declares, looked at before a library acts on it, in whatever encoding and however far from its beginning.
 *
 * <p>Entities grow without bounds or bring in other files; arrays of thousands of millions of numbers fit nowhere; rows of no
 * bytes in a binary stream are read for ever; elements thousands deep use up the stack.
 */
final class Declarations {
    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,9}(x[0-9]{1,9})*(x?[0-9]*\\*)?|\\*");
    private static final long MOST_ITEMS = 1L << 27;
    private static final int DEEPEST = 1_000;

    private final XMLStreamReader reader;
    private int fields;
    private int depth;

    private Declarations(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /**
     * Makes sure that reading the document does no harm.
     *
     * @throws VotableException if it would, or if this is no XML
     */
    static void requireHarmless(byte[] document) {
        Guard.call(
                () -> {
                    XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
                    try {
                        new Declarations(reader).look();
                    } finally {
                        reader.close();
                    }
                    return document;
                },
                broken -> VotableException.of("truncated or damaged: the XML ends early or is not well-formed", broken));
    }

    private void look() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new VotableException(
                        "not accepted: the document declares a type, or entities of its own");
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> { }
            }
        }
    }

    private void begin() {
        if (++depth > DEEPEST) {
            throw new VotableException("damaged: elements are nested more than " + DEEPEST + " deep");
        }
        String name = reader.getLocalName();
        switch (name.substring(name.indexOf(':') + 1)) {
            case "TABLE" -> fields = 0;
            case "FIELD" -> {
                fields++;
                requireSize();
            }
            case "PARAM" -> requireSize();
            case "BINARY", "BINARY2" -> {
                if (fields == 0) {
                    throw new VotableException("damaged: a binary table has no fields");
                }
            }
            default -> { }
        }
    }

    /** A fixed number of items, or one that is not fixed and is stated in each row. */
    private void requireSize() {
        String size = reader.getAttributeValue(null, "arraysize");
        if (size == null || size.isBlank()) {
            return;
        }
        String stated = size.strip();
        double items = 1;
        for (String axis : stated.split("x", -1)) {
            items *= axis.endsWith("*") || axis.isEmpty() || !SIZE.matcher(axis).matches() ? 1 : Double.parseDouble(axis);
        }
        if (!SIZE.matcher(stated).matches() || items < 1 || items > MOST_ITEMS) {
            throw new VotableException("damaged: an array has the size " + stated);
        }
    }
}
