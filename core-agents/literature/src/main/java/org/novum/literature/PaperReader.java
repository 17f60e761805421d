package org.novum.literature;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        return Document.of(work(name, firstLine(text), ""), text);
    }

    static Document pdf(Path file, String name) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= Math.min(PAGES, pdf.getNumberOfPages()); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(pdf));
            }
            String text = String.join("\n", pages);
            if (text.isBlank()) {
                throw new IOException("has no text; is it a scan?");
            }
            PDDocumentInformation told = pdf.getDocumentInformation();
            String title = Optional.ofNullable(told.getTitle()).filter(own -> !own.isBlank()).orElseGet(() -> firstLine(text));
            Work work = work(name, title, Optional.ofNullable(told.getAuthor()).orElse(""));
            return new Document(work, pages, Document.Paging.PAGES);
        }
    }

    private static Work work(String name, String title, String authors) {
        return new Work(key(name), title.strip(), authors.strip(), "", "", name);
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
