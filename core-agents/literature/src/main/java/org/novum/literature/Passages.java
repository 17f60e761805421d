package org.novum.literature;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into passages of whole sentences, each beginning with the sentence that ends the one before it. */
final class Passages {
    /** Words of a passage; the embedding reads 256 word pieces, about 180 words. */
    private static final int WORDS = 120;

    private Passages() {}

    static List<String> of(String text) {
        List<String> passages = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int words = 0;
        for (String sentence : sentences(text)) {
            int length = sentence.split(" ").length;
            if (words > 0 && words + length > WORDS) {
                passages.add(String.join(" ", open));
                String last = open.getLast();
                open = new ArrayList<>();
                words = 0;
                if (last.split(" ").length + length <= WORDS) {
                    open.add(last);
                    words = last.split(" ").length;
                }
            }
            open.add(sentence);
            words += length;
        }
        if (!open.isEmpty()) {
            passages.add(String.join(" ", open));
        }
        return passages;
    }

    /** Sentences with single spaces; one that is longer than a passage is cut where it is full. */
    private static List<String> sentences(String text) {
        String clean = text.replaceAll("-\\s*\\R\\s*(?=[a-z])", "").replaceAll("\\s+", " ").strip();
        List<String> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(clean);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String[] words = clean.substring(from, to).strip().split(" ");
            for (int at = 0; at < words.length; at += WORDS) {
                String part = String.join(" ", List.of(words).subList(at, Math.min(words.length, at + WORDS)));
                if (!part.isBlank()) {
                    sentences.add(part);
                }
            }
        }
        return sentences;
    }
}
