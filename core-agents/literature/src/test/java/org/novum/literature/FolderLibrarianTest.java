package org.novum.literature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.NovumException;
import org.novum.api.literature.Library;
import org.novum.api.literature.Passage;
import org.novum.api.literature.Work;

/** Folders as scientists have them, searched with the shipped embedding. */
class FolderLibrarianTest {
    @TempDir
    private Path folder;

    private void fill() throws IOException {
        Files.writeString(
                folder.resolve("refs.bib"),
                """
                @article{aubert1974, author = {Aubert, J. J. and others}, title = {Experimental observation of a heavy particle {J}},
                  journal = prl, year = 1974, doi = {10.1103/PhysRevLett.33.1404},
                  abstract = {We report the observation of a heavy particle J with mass 3.1 GeV and width approximately zero,
                  from the reaction p + Be to e+ e- x by measuring the e+ e- mass spectrum.}}
                @article{bobra2015, author = {Bobra, M. G. and Couvidat, S.}, title = {Solar flare prediction using SDO/HMI vector
                  magnetic field data with a machine-learning algorithm}, year = {2015}, eprint = {1411.1405},
                  abstract = {We attempt to forecast M- and X-class solar flares using a machine-learning algorithm, called
                  support vector machine, and four years of data of the Helioseismic and Magnetic Imager.}}
                """);
        Files.writeString(
                folder.resolve("lyman alpha.txt"),
                "Spectra of distant quasars\n\nThe forest of absorption lines blueward of the emission line of Lyman alpha is"
                        + " due to neutral hydrogen between the quasar and us.\n");
        Files.createDirectory(folder.resolve("papers"));
        pdf(folder.resolve("papers/w.pdf"), "Precision measurement of the mass of the W boson at a hadron collider.");
        Files.writeString(folder.resolve("papers/broken.pdf"), "%PDF-1.7 nothing");
        Files.writeString(folder.resolve("data.csv"), "a,b\n");
    }

    private static void pdf(Path file, String text) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            pdf.save(file.toFile());
        }
    }

    @Test
    void findsByMeaning() throws IOException {
        fill();
        try (Library library = new FolderLibrarian().read(folder)) {
            assertThat(library.works()).extracting(Work::key).containsExactly("aubert1974", "bobra2015", "lyman-alpha", "w");
            assertThat(library.works().getFirst())
                    .isEqualTo(new Work(
                            "aubert1974",
                            "Experimental observation of a heavy particle J",
                            "Aubert, J. J. and others",
                            "1974",
                            "10.1103/PhysRevLett.33.1404",
                            "refs.bib"));
            assertThat(library.problems()).hasSize(1).first().asString().startsWith("papers/broken.pdf ");
            assertThat(nearest(library, "Which regions of the Sun will erupt tomorrow?")).isEqualTo("bobra2015");
            assertThat(nearest(library, "a narrow resonance that decays to an electron and a positron")).isEqualTo("aubert1974");
            assertThat(nearest(library, "intergalactic gas in front of active galactic nuclei")).isEqualTo("lyman-alpha");
            assertThat(nearest(library, "How heavy is the W boson?")).isEqualTo("w");
            assertThat(library.find("anything", 3)).hasSize(3);
        }
    }

    private static String nearest(Library library, String question) {
        return library.find(question, 1).getFirst().work();
    }

    @Test
    void digestFollowsTheTexts() throws IOException {
        fill();
        String before = digest();
        assertThat(digest()).isEqualTo(before);
        Files.writeString(folder.resolve("lyman alpha.txt"), "Something else.\n");
        assertThat(digest()).isNotEqualTo(before);
    }

    private String digest() {
        try (Library library = new FolderLibrarian(() -> texts -> texts.stream().map(_ -> new float[1]).toList()).read(folder)) {
            return library.sha256();
        }
    }

    @Test
    void sameKeysAreTold() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "One.");
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("b/a.md"), "# Two\n\nText.");
        try (Library library = new FolderLibrarian(() -> texts -> texts.stream().map(_ -> new float[1]).toList()).read(folder)) {
            assertThat(library.works()).extracting(Work::key).containsExactly("a", "a-2");
            assertThat(library.works()).extracting(Work::title).containsExactly("One.", "Two");
        }
    }

    @Test
    void refusesWhatHoldsNothing() {
        assertThatThrownBy(() -> new FolderLibrarian().read(folder)).isInstanceOf(NovumException.class).hasMessageContaining("holds no .bib");
        assertThatThrownBy(() -> new FolderLibrarian().read(folder.resolve("none"))).hasMessageContaining("is no folder");
    }

    @Test
    void passagesAreWholeSentencesThatOverlap() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("This is sentence number ").append(i).append(" of a longer text. ");
        }
        List<String> passages = Passages.of(List.of(text.toString())).stream().map(Passages.Stretch::text).toList();
        assertThat(passages).hasSizeGreaterThan(2).allSatisfy(passage -> {
            assertThat(passage).startsWith("This").endsWith("text.");
            assertThat(passage.split(" ").length).isLessThanOrEqualTo(120);
        });
        for (int i = 1; i < passages.size(); i++) {
            String first = passages.get(i).substring(0, passages.get(i).indexOf('.') + 1);
            assertThat(passages.get(i - 1)).endsWith(first);
        }
        assertThat(Passages.of(List.of("word ".repeat(500)))).hasSizeGreaterThan(3);
        assertThat(Passages.of(List.of("  \n "))).isEmpty();
    }

    @Test
    void wordsOfImmoderateLengthAreCut() {
        assertThat(Passages.of(List.of("x".repeat(100_000))))
                .hasSizeGreaterThan(10)
                .allMatch(passage -> passage.text().length() < 10_000);
    }

    @Test
    void passagesKnowThePageOnWhichTheyBegin() {
        String first = "A sentence of the opening page. ".repeat(30) + "It runs over its end to the sec-";
        String second = "ond page. " + "A sentence of the closing page. ".repeat(40);
        List<Passages.Stretch> passages = Passages.of(List.of(first, second));
        assertThat(passages).extracting(Passages.Stretch::page).isSorted().contains(0, 1);
        assertThat(passages).anyMatch(passage -> passage.page() == 0 && passage.text().contains("to the second page."));
        assertThat(passages.getLast().page()).isEqualTo(1);
    }

    @Test
    void pagesAreToldOfPdfAlone() throws IOException {
        fill();
        try (Library library = new FolderLibrarian(() -> texts -> texts.stream().map(_ -> new float[1]).toList()).read(folder)) {
            assertThat(library.find("anything", 10))
                    .allMatch(passage -> passage.page() == (passage.work().equals("w") ? 1 : 0))
                    .anyMatch(passage -> passage.page() == 1);
        }
    }
}
