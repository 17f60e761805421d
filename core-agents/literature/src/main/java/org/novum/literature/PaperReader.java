package org.novum.literature;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.novum.api.literature.Work;

/** Reads a paper as text or PDF; its key is the name of the file. */
final class PaperReader {
    /** Pages of a PDF that are read; a thesis ends here. */
    private static final int PAGES = 200;

    private PaperReader() {}

    static Document text(Path file, String name) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException other) {
            throw new IOException("is no UTF-8 text", other);
        }
        return document(name, firstLine(text), "", text);
    }

    static Document pdf(Path file, String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(PAGES);
            String text = stripper.getText(pdf);
            if (text.isBlank()) {
                throw new IOException("has no text; is it a scan?");
            }
            PDDocumentInformation told = pdf.getDocumentInformation();
            String title = Optional.ofNullable(told.getTitle()).filter(own -> !own.isBlank()).orElseGet(() -> firstLine(text));
            return document(name, title, Optional.ofNullable(told.getAuthor()).orElse(""), text);
        }
    }

    private static Document document(String name, String title, String authors, String text) {
        return new Document(new Work(key(name), title.strip(), authors.strip(), "", "", name), text);
    }

    private static String key(String name) {
        String stem = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        String key = stem.replaceAll("[^A-Za-z0-9._:-]+", "-");
        return key.isEmpty() ? "paper" : key;
    }

    private static String firstLine(String text) {
        return text.lines().map(line -> line.replaceFirst("^#+\\s*", "").strip()).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }
}
