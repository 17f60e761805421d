package org.novum.report.figure;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes SVG elements through StAX, which escapes every name and number that comes from outside. */
final class Svg {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    Svg() {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the JDK's XML writer could not be made", e);
        }
    }

    /** Opens an element; attributes as name and value in turn. */
    Svg open(String element, String... attributes) {
        return guarded(() -> {
            writer.writeStartElement(element);
            attributes(attributes);
        });
    }

    Svg close() {
        return guarded(writer::writeEndElement);
    }

    Svg empty(String element, String... attributes) {
        return guarded(() -> {
            writer.writeEmptyElement(element);
            attributes(attributes);
        });
    }

    Svg text(String content, String... attributes) {
        return leaf("text", content, attributes);
    }

    Svg leaf(String element, String content, String... attributes) {
        return guarded(() -> {
            writer.writeStartElement(element);
            attributes(attributes);
            writer.writeCharacters(printable(content));
            writer.writeEndElement();
        });
    }

    String written() {
        guarded(writer::flush);
        return text.toString();
    }

    /** A coordinate with one decimal place, without trailing zeros. */
    static String at(double coordinate) {
        long tenths = (long) Math.rint(coordinate * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + "." + size % 10;
    }

    /** Control characters cannot stand in XML. */
    private static String printable(String content) {
        return content.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], printable(attributes[i + 1]));
        }
    }

    private Svg guarded(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an SVG element could not be written", e);
        }
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }
}
