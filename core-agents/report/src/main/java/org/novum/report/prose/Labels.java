package org.novum.report.prose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks whether the words before a quantity name another quantity of the same finding than the one that is referred to. */
final class Labels {
    private final References references;

    Labels(References references) {
        this.references = references;
    }

    /**
     * What is wrong with a sentence, if anything: {@code The mass is {{q:finding-1.width}}}. The words between two references
     * are looked at, and nothing is said where they name the right quantity too, or none.
     *
     * @param reference as it is written, with a group for what stands between the braces
     */
    Optional<String> mistaken(String sentence, Pattern reference) {
        Matcher matcher = reference.matcher(sentence);
        int end = 0;
        while (matcher.find()) {
            String name = matcher.group(1);
            String before = " " + words(sentence.substring(end, matcher.start())) + " ";
            end = matcher.end();
            if (!References.isQuantity(name)) {
                continue;
            }
            References.Target target = references.find(name).orElseThrow();
            if (before.contains(" " + words(target.label()) + " ")) {
                continue;
            }
            Optional<String> other = labels(target.owner()).stream()
                    .filter(label -> before.contains(" " + label + " "))
                    .findFirst();
            if (other.isPresent()) {
                return Optional.of("the words speak of " + other.get() + ", '" + name + "' is " + target.label());
            }
        }
        return Optional.empty();
    }

    private List<String> labels(String owner) {
        return references.targets().entrySet().stream()
                .filter(entry -> References.isQuantity(entry.getKey()) && entry.getValue().owner().equals(owner))
                .map(entry -> words(entry.getValue().label()))
                .toList();
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
    }
}
