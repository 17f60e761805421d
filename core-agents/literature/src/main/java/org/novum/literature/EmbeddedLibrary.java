package org.novum.literature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.novum.api.literature.Library;
import org.novum.api.literature.Passage;
import org.novum.api.literature.Work;
import org.novum.literature.embedding.Embedder;

/** Passages as vectors; the nearest are those of the greatest cosine. */
final class EmbeddedLibrary implements Library {
    private static final int TOGETHER = 64;

    private final List<Work> works;
    private final List<String> problems;
    private final String sha256;
    private final Embedder embedder;
    private final List<Stretch> stretches = new ArrayList<>();

    private record Stretch(String work, int number, int page, String text, float[] vector) {}

    EmbeddedLibrary(List<Document> documents, List<String> problems, Embedder embedder) {
        this.works = documents.stream().map(Document::work).sorted(Comparator.comparing(Work::key)).toList();
        this.problems = List.copyOf(problems);
        this.sha256 = digest(documents);
        this.embedder = embedder;
        documents.forEach(this::add);
    }

    private void add(Document document) {
        List<Passages.Stretch> texts = Passages.of(document.pages());
        for (int from = 0; from < texts.size(); from += TOGETHER) {
            List<Passages.Stretch> some = texts.subList(from, Math.min(texts.size(), from + TOGETHER));
            List<float[]> vectors = embedder.embed(some.stream().map(Passages.Stretch::text).toList());
            for (int i = 0; i < some.size(); i++) {
                Passages.Stretch one = some.get(i);
                stretches.add(new Stretch(
                        document.work().key(), from + i + 1, document.page(one.page()), one.text(), vectors.get(i)));
            }
        }
    }

    @Override
    public List<Work> works() {
        return works;
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public List<Passage> find(String question, int most) {
        float[] asked = embedder.embed(List.of(question)).getFirst();
        return stretches.stream()
                .map(one -> new Passage(one.work(), one.number(), one.page(), one.text(), product(asked, one.vector())))
                .sorted(Comparator.comparingDouble(Passage::likeness)
                        .reversed()
                        .thenComparing(Passage::work)
                        .thenComparing(Passage::number))
                .limit(most)
                .toList();
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static String digest(List<Document> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Document document : documents) {
                Work work = document.work();
                List<String> parts = new ArrayList<>(List.of(
                        work.key(), work.title(), work.authors(), work.year(), work.identifier(), work.file()));
                parts.addAll(document.pages());
                for (String part : parts) {
                    digest.update(part.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public void close() {
        stretches.clear();
    }
}
