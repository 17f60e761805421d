package org.novum.votable;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
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
import org.xml.sax.helpers.AttributesImpl;
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
 * bytes in a binary stream are read for ever; elements thousands deep use up the stack. The library refuses cells of one bit in a
 * binary stream, so they become truth values, here and in the stream.
 */
final class Declarations extends XMLFilterImpl {
    private static final String MALFORMED = "truncated or damaged: the XML ends early or is not well-formed";
    private static final Pattern SIZE = Pattern.compile("[0-9]{1,9}(x[0-9]{1,9})*(x?[0-9]*\\*)?|\\*");

    /** What an array may always have; and how many items to a byte of the document beyond that. */
    private static final long USUAL_ITEMS = 1L << 20;

    private static final long ITEMS_TO_A_BYTE = 8;

    private static final int DEEPEST = 1_000;

    private final long mostItems;
    private final List<BinaryStream.Cell> cells = new ArrayList<>();
    private final TextCells texts = new TextCells();
    private boolean masked;

    /** The binary stream that is being read. */
    private @Nullable BinaryStream stream;

    /**
     * The start tag of a stream, held back to its end: the library starts a thread that waits for the stream's text, for ever if the
     * document breaks off.
     */
    private @Nullable Attributes held;

    /** The text of a stream that is not binary. */
    private final StringBuilder other = new StringBuilder();

    private int depth;

    private Declarations(XMLReader parser, long bytes) {
        super(parser);
        this.mostItems = Math.max(USUAL_ITEMS, ITEMS_TO_A_BYTE * bytes);
    }

    /**
     * Reads a document that does no harm.
     *
     * @throws VotableException if reading it would do harm, or if this is no XML
     * @throws SAXException if the library cannot make tables of it
     */
    static VOElement read(byte[] document) throws SAXException, IOException {
        try {
            return new VOElementFactory(StoragePolicy.PREFER_MEMORY)
                    .makeVOElement(new SAXSource(
                            new Declarations(parser(), document.length), new InputSource(new ByteArrayInputStream(document))));
        } catch (CharConversionException | UnsupportedEncodingException broken) {
            throw new VotableException(MALFORMED, broken);
        }
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
    public void fatalError(SAXParseException broken) {
        throw new VotableException(MALFORMED, broken);
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        if (++depth > DEEPEST) {
            throw new VotableException("damaged: elements are nested more than " + DEEPEST + " deep");
        }
        if (held != null) {
            throw new VotableException("damaged: an element begins within a stream");
        }
        switch (local(qualified)) {
            case "TABLE" -> {
                cells.clear();
                texts.clear();
            }
            case "TR" -> texts.startRow();
            case "TD" -> texts.startCell();
            case "FIELD" -> {
                texts.field(attributes);
                cells.add(BinaryStream.Cell.of(attributes.getValue("datatype"), items(attributes.getValue("arraysize"))));
                if (cells.getLast().isBit()) {
                    AttributesImpl truth = new AttributesImpl(attributes);
                    truth.setValue(truth.getIndex("datatype"), "boolean");
                    super.startElement(uri, local, qualified, truth);
                    return;
                }
            }
            case "FITS" -> cells.clear();
            case "PARAM" -> items(attributes.getValue("arraysize"));
            case "BINARY", "BINARY2" -> {
                if (cells.isEmpty()) {
                    throw new VotableException("damaged: a binary table has no fields");
                }
                masked = local(qualified).equals("BINARY2");
            }
            case "STREAM" -> {
                if (!cells.stream().allMatch(BinaryStream.Cell::isKnown)) {
                    throw new VotableException("damaged: a column of a binary table has a type that VOTables do not have");
                }
                boolean inside = !cells.isEmpty() && "base64".equals(attributes.getValue("encoding"));
                stream = inside ? new BinaryStream(cells, masked) : null;
                held = new AttributesImpl(attributes);
                return;
            }
            default -> { }
        }
        super.startElement(uri, local, qualified, attributes);
    }

    private static String local(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    @Override
    public void characters(char[] text, int from, int length) throws SAXException {
        if (stream != null) {
            stream.add(text, from, length);
        } else if (held != null) {
            other.append(text, from, length);
        } else {
            char[] known = texts.add(text, from, length);
            super.characters(known, 0, known.length);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
        depth--;
        switch (local(qualified)) {
            case "TD" -> texts.endCell();
            case "TR" -> texts.endRow();
            default -> { }
        }
        if (held != null) {
            endStream(uri, local, qualified, held);
        }
        super.endElement(uri, local, qualified);
    }

    private void endStream(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        held = null;
        if (stream == null) {
            super.startElement(uri, local, qualified, attributes);
            super.characters(other.toString().toCharArray(), 0, other.length());
            other.setLength(0);
        } else {
            stream.check();
            super.startElement(uri, local, qualified, attributes);
            stream.release(getContentHandler());
            stream = null;
        }
    }

    /** A fixed number of items, or -1 for one that is stated in each row. */
    private long items(@Nullable String size) {
        if (size == null || size.isBlank()) {
            return 1;
        }
        String stated = size.strip();
        double items = 1;
        for (String axis : stated.split("x", -1)) {
            items *= axis.endsWith("*") || axis.isEmpty() || !SIZE.matcher(axis).matches() ? 1 : Double.parseDouble(axis);
        }
        if (!SIZE.matcher(stated).matches() || items < 1 || items > mostItems) {
            throw new VotableException("damaged: an array has the size " + stated);
        }
        return stated.endsWith("*") ? -1 : (long) items;
    }
}
