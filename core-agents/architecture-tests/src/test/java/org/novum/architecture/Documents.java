package org.novum.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the documents of the repository: their links, and the types and commands they name. */
final class Documents {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules", ".m2", ".mvn");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)[^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```[^\\n]*\\n(.*?)^```");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|[\\s;&|$(])(?:\\./)?novum ([a-z][a-z-]*)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?)#* *$");

    private Documents() {}

    /** All Markdown files below a folder, but not below build output. */
    static List<Path> below(Path root) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot walk " + root, unreadable);
        }
        return found.stream().sorted().toList();
    }

    /** Links of a document to files that are not there, or to headings that are not in them. */
    static List<String> brokenLinks(Path document) {
        return groups(LINK, withoutFences(text(document))).stream()
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !resolves(document, link))
                .toList();
    }

    /** Names in backticks that look like types: {@code Dataset}, {@code Operation<I, O>}, {@code Verdict.Discovery}. */
    static Set<String> typesNamed(Path document) {
        Set<String> types = new TreeSet<>();
        for (String code : groups(CODE, withoutFences(text(document)))) {
            for (String word : code.replaceAll("[<(].*", "").split("\\.")) {
                if (TYPE.matcher(word).matches()) {
                    types.add(word);
                }
            }
        }
        return types;
    }

    /** Commands of {@code novum} that a document writes in code. */
    static Set<String> commandsNamed(Path document) {
        String text = text(document);
        List<String> code = new ArrayList<>(groups(FENCE, text));
        code.addAll(groups(CODE, withoutFences(text)));
        return code.stream()
                .flatMap(snippet -> groups(COMMAND, snippet).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean resolves(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || !target.toString().endsWith(".md")
                || groups(HEADING, text(target)).stream().map(Documents::anchor).anyMatch(parts[1]::equals);
    }

    /** The anchor that GitHub gives a heading. */
    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .replace(' ', '-');
    }

    private static String withoutFences(String text) {
        return FENCE.matcher(text).replaceAll("");
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
