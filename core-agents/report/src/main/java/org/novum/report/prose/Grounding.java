package org.novum.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number grounding: prose in which every figure, name, verdict and source is a reference, which the program renders.
 *
 * <p>A reference is written <code>{{q:finding-1.mass}}</code>. The rule is what is allowed, not what is forbidden: plain
 * English letters, blanks and simple punctuation, no word that says a number, a unit, a verdict or a source, and known
 * references. A sentence that breaks the rule is struck as a whole, for half of it could mislead. What remains can be wrong
 * in words; it holds no figure that is not of the record. In a sentence with a quantity, words that change a number are
 * refused too, and beside the reference only a few words may stand, since {@code minus}, {@code MeV} or {@code thousand}
 * there would be another number.
 *
 * <p>The result depends on nothing but the arguments.
 */
public final class Grounding {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^{}]*)}}");

    /** A citation as people write it; with literature it is the same as <code>{{l:KEY}}</code>. */
    private static final Pattern CITATION = Pattern.compile("\\[(?:l:)?([A-Za-z0-9._:-]{1,80})]");

    /** Stands for a reference while the words around it are looked at; no prose may hold it. */
    private static final char QUANTITY = '\ue000';

    private static final char OTHER = '\ue001';
    private static final String PUNCTUATION = " .,;:()'\"?!-\u2013\u2014\u2018\u2019\u201c\u201d";
    private static final String APOSTROPHES = "'\u2019";
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern INNER_DOT = Pattern.compile("(?<=[A-Za-z])\\.(?=[A-Za-z])");

    private final References references;
    private final String owner;

    private Grounding(References references, String owner) {
        this.references = references;
        this.owner = owner;
    }

    /**
     * Grounds a text.
     *
     * @param text of a model
     * @param references that there are
     * @param owner the finding that the text is about, to which its references must belong; {@link References#RUN} where it
     *     is about all
     */
    public static List<Piece> ground(String text, References references, String owner) {
        Grounding grounding = new Grounding(references, owner);
        List<Piece> pieces = new ArrayList<>();
        String marked = references.citesLiterature() ? CITATION.matcher(text).replaceAll("{{l:$1}}") : text;
        sentences(marked).forEach(sentence -> pieces.addAll(grounding.sentence(sentence)));
        return pieces;
    }

    /** Cut behind a full stop, a question or exclamation mark before a blank, and behind each end of a line. */
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
            boolean end = text.charAt(i) == '\n' || (".?!".indexOf(text.charAt(i)) >= 0 && (next == ' ' || next == '\n'));
            if (end || i + 1 == text.length()) {
                sentences.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        return sentences;
    }

    private List<Piece> sentence(String sentence) {
        Optional<String> objection = objection(sentence);
        if (objection.isPresent()) {
            return List.of(new Piece.Struck(sentence, objection.get()));
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(sentence);
        int end = 0;
        while (matcher.find()) {
            said(pieces, sentence.substring(end, matcher.start()));
            References.Target target = references.find(matcher.group(1)).orElseThrow();
            pieces.add(new Piece.Rendered(matcher.group(1), label(target), target.text()));
            end = matcher.end();
        }
        said(pieces, sentence.substring(end));
        return pieces;
    }

    /** In a text about all, what belongs to a finding says so. */
    private String label(References.Target target) {
        return owner.equals(References.RUN) && !target.owner().equals(References.RUN) && !target.label().equals("name")
                ? target.label() + ", " + target.owner()
                : target.label();
    }

    private static void said(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Said(text));
        }
    }

    private Optional<String> objection(String sentence) {
        Optional<String> misplaced = references(sentence);
        if (misplaced.isPresent()) {
            return misplaced;
        }
        String bare = REFERENCE.matcher(sentence)
                .replaceAll(found -> String.valueOf(References.isQuantity(found.group(1)) ? QUANTITY : OTHER));
        if (sentence.indexOf(QUANTITY) >= 0 || sentence.indexOf(OTHER) >= 0) {
            return Optional.of("it holds characters that plain text has not");
        }
        return strange(bare)
                .or(() -> words(bare))
                .or(() -> beside(bare))
                .or(() -> new Labels(references).mistaken(sentence, REFERENCE));
    }

    /** Every reference must be known, belong to what the text is about, and in one sentence to one finding. */
    private Optional<String> references(String sentence) {
        Set<String> owners = new TreeSet<>();
        boolean says = false;
        Matcher matcher = REFERENCE.matcher(sentence);
        while (matcher.find()) {
            String reference = matcher.group(1);
            Optional<References.Target> target = references.find(reference);
            if (target.isEmpty()) {
                return Optional.of("there is no '" + reference + "' to refer to");
            }
            String belongs = target.get().owner();
            if (!owner.equals(References.RUN) && !List.of(owner, References.RUN).contains(belongs)) {
                return Optional.of("'" + reference + "' belongs to " + belongs + ", the text is about " + owner);
            }
            if (!belongs.equals(References.RUN)) {
                owners.add(belongs);
                says |= !reference.startsWith("n:");
            }
        }
        return says && owners.size() > 1
                ? Optional.of("one sentence speaks of " + String.join(" and ", owners) + ", so that what belongs to which is open")
                : Optional.empty();
    }

    private static Optional<String> strange(String bare) {
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (Character.isDigit(c)) {
                return Optional.of("the figure '" + figure(bare, i) + "' is no reference to a quantity");
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean newLine = c == '\n' && i == bare.length() - 1;
            if (!letter && !newLine && PUNCTUATION.indexOf(c) < 0 && c != QUANTITY && c != OTHER) {
                return Optional.of(String.format(
                        Locale.ROOT, "the character U+%04X may stand for a figure or for markup", bare.codePointAt(i)));
            }
        }
        return INNER_DOT.matcher(bare).find() ? Optional.of("a dot within a word is an address or hides a word") : Optional.empty();
    }

    private static String figure(String bare, int start) {
        int end = start;
        while (end < bare.length() && (Character.isDigit(bare.charAt(end)) || ".,".indexOf(bare.charAt(end)) >= 0)) {
            end++;
        }
        return bare.substring(start, end);
    }

    private static Optional<String> words(String bare) {
        boolean figures = bare.indexOf(QUANTITY) >= 0;
        String before = "";
        Matcher matcher = WORD.matcher(bare);
        while (matcher.find()) {
            String word = matcher.group();
            boolean single = word.length() == 1 && !word.equalsIgnoreCase("a") && !isEnding(bare, matcher.start());
            if (single) {
                return Optional.of("the single letter '" + word + "' may stand for a figure or a unit");
            }
            Optional<String> objection = Vocabulary.objection(word);
            if (objection.isPresent()) {
                return objection;
            }
            if (Vocabulary.objection(before + word).isPresent()) {
                return Optional.of("the words '" + before + " " + word + "' hide a number or a unit");
            }
            if (figures && Vocabulary.isModifier(word)) {
                return Optional.of("'" + word + "' in one sentence with a quantity may change what it says");
            }
            before = word;
        }
        return pieced(bare);
    }

    /** What follows an apostrophe, as in {@code it's}. */
    private static boolean isEnding(String bare, int at) {
        return at > 1
                && APOSTROPHES.indexOf(bare.charAt(at - 1)) >= 0
                && Character.isLetter(bare.charAt(at - 2))
                && "std".indexOf(bare.charAt(at)) >= 0;
    }

    /** Words pieced together by punctuation without blanks, as in {@code f-ive}. */
    private static Optional<String> pieced(String bare) {
        for (String token : bare.split("[ \n\ue000\ue001]+")) {
            String letters = token.replaceAll("[^A-Za-z]", "");
            if (Vocabulary.objection(letters).isPresent()) {
                return Optional.of("'" + token + "' hides a number or a unit");
            }
        }
        return Optional.empty();
    }

    /** What stands on both sides of each quantity. */
    private static Optional<String> beside(String bare) {
        for (int at = bare.indexOf(QUANTITY); at >= 0; at = bare.indexOf(QUANTITY, at + 1)) {
            String left = bare.substring(0, at);
            String right = bare.substring(at + 1);
            if (!left.isBlank() && !goodLeft(left)) {
                return Optional.of("what stands right before a quantity may change it");
            }
            if (!goodRight(right)) {
                return Optional.of("what stands right after a quantity may change it");
            }
        }
        return Optional.empty();
    }

    private static boolean goodLeft(String left) {
        String stripped = left.stripTrailing();
        char last = stripped.charAt(stripped.length() - 1);
        if (last == '(') {
            return true;
        }
        if (stripped.length() == left.length()) {
            return false;
        }
        return ",:".indexOf(last) >= 0 || Vocabulary.mayComeBefore(stripped.substring(lastWord(stripped)));
    }

    private static int lastWord(String text) {
        int start = text.length();
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean goodRight(String right) {
        String stripped = right.stripLeading();
        if (stripped.isEmpty()) {
            return true;
        }
        char next = stripped.charAt(0);
        if (".,;)?!".indexOf(next) >= 0) {
            return stripped.length() == right.length();
        }
        Matcher word = WORD.matcher(stripped);
        return stripped.length() < right.length() && word.lookingAt() && Vocabulary.mayComeAfter(word.group());
    }
}
