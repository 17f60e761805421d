package org.novum.votable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.XMLFilterImpl;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.votable.Namespacing;
import uk.ac.starlink.votable.VOElement;
import uk.ac.starlink.votable.VOElementFactory;

/**
 * What a document declares, looked at as it is read and before a library acts on it, in whatever encoding and however far from
 * its beginning.
 *
 * <p>Entities grow without bounds or bring in other files; arrays of thousands of millions of numbers fit nowhere; rows of no
 * bytes in a binary stream are read for ever; elements thousands deep use up the stack.
 */
final class Declarations extends XMLFilterImpl {
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,9}(x[0-9]{1,9})*(x?[0-9]*\\*)?|\\*");
    private static final long MOST_ITEMS = 1L << 27;
    private static final int DEEPEST = 1_000;

    private int fields;
    private int depth;

    private Declarations(XMLReader parser) {
        super(parser);
    }

    /**
     * Reads a document that does no harm.
     *
     * @throws VotableException if reading it would do harm
     * @throws SAXException if this is no XML
     */
    static VOElement read(byte[] document) throws SAXException, IOException {
        return new VOElementFactory(StoragePolicy.PREFER_MEMORY)
                .makeVOElement(new SAXSource(
                        new Declarations(parser()), new InputSource(new ByteArrayInputStream(document))));
    }

    private static XMLReader parser() throws SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        Namespacing.getInstance().configureSAXParserFactory(factory);
        try {
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            XMLReader parser = factory.newSAXParser().getXMLReader();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", new NoTypes());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of the JDK lacks a feature", e);
        }
    }

    /** Called before the first entity of a declared type is looked at. */
    private static final class NoTypes extends DefaultHandler2 {
        @Override
        public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) {
            throw new VotableException("not accepted: the document declares a type, or entities of its own");
        }
    }

    /** Nothing is printed, as the parser would by itself. */
    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
        throw broken;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        if (++depth > DEEPEST) {
            throw new VotableException("damaged: elements are nested more than " + DEEPEST + " deep");
        }
        switch (qualified.substring(qualified.indexOf(':') + 1)) {
            case "TABLE" -> fields = 0;
            case "FIELD" -> {
                fields++;
                requireSize(attributes.getValue("arraysize"));
            }
            case "PARAM" -> requireSize(attributes.getValue("arraysize"));
            case "BINARY", "BINARY2" -> {
                if (fields == 0) {
                    throw new VotableException("damaged: a binary table has no fields");
                }
            }
            default -> { }
        }
        super.startElement(uri, local, qualified, attributes);
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        depth--;
        super.endElement(uri, local, qualified);
    }

    /** A fixed number of items, or one that is not fixed and is stated in each row. */
    private static void requireSize(@Nullable String size) {
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
