package org.novum.literature;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into passages of whole sentences, each beginning with the sentence that ends the one before it. */
final class Passages {
    /** Words of a passage; the embedding reads 256 word pieces, about 180 words. */
    private static final int WORDS = 120;

    /** Letters of a word; longer ones are cut. */
    private static final int LETTERS = 60;

    /**
     * A passage.
     *
     * @param text of it
     * @param page place of the page on which it begins, from 0
     */
    record Stretch(String text, int page) {}

    private record Sentence(String text, int page) {
        int words() {
            return text.split(" ").length;
        }
    }

    private Passages() {}

    static List<Stretch> of(List<String> pages) {
        List<Stretch> passages = new ArrayList<>();
        List<Sentence> open = new ArrayList<>();
        int words = 0;
        for (Sentence sentence : sentences(pages)) {
            int length = sentence.words();
            if (words > 0 && words + length > WORDS) {
                passages.add(together(open));
                Sentence last = open.getLast();
                open = new ArrayList<>();
                words = 0;
                if (last.words() + length <= WORDS) {
                    open.add(last);
                    words = last.words();
                }
            }
            open.add(sentence);
            words += length;
        }
        if (!open.isEmpty()) {
            passages.add(together(open));
        }
        return passages;
    }

    private static Stretch together(List<Sentence> sentences) {
        return new Stretch(
                String.join(" ", sentences.stream().map(Sentence::text).toList()),
                sentences.getFirst().page());
    }

    /** Sentences of all pages; one that runs over the end of a page belongs to the page where it begins. */
    private static List<Sentence> sentences(List<String> pages) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (String page : pages) {
            String next = clean(page);
            int end = text.length();
            if (end > 1 && text.charAt(end - 1) == '-' && Character.isLetter(text.charAt(end - 2)) && goesOn(next)) {
                text.setLength(end - 1);
            } else if (end > 0) {
                text.append(' ');
            }
            starts.add(text.length());
            text.append(next);
        }
        return sentences(text.toString(), starts);
    }

    private static boolean goesOn(String page) {
        return !page.isEmpty() && page.charAt(0) >= 'a' && page.charAt(0) <= 'z';
    }

    /** Single spaces, words that a line cuts whole again, and no word of immoderate length. */
    private static String clean(String text) {
        return text.replaceAll("-\\s*\\R\\s*(?=[a-z])", "")
                .replaceAll("\\s+", " ")
                .replaceAll("(\\S{" + LETTERS + "})(?=\\S)", "$1 ")
                .strip();
    }

    /** One that is longer than a passage is cut where it is full. */
    private static List<Sentence> sentences(String text, List<Integer> starts) {
        List<Sentence> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String[] words = text.substring(from, to).strip().split(" +");
            for (int at = 0; at < words.length; at += WORDS) {
                String part = String.join(" ", List.of(words).subList(at, Math.min(words.length, at + WORDS)));
                if (!part.isBlank()) {
                    sentences.add(new Sentence(part, page(starts, from)));
                }
            }
        }
        return sentences;
    }

    private static int page(List<Integer> starts, int at) {
        int page = 0;
        while (page + 1 < starts.size() && starts.get(page + 1) <= at) {
            page++;
        }
        return page;
    }
}
