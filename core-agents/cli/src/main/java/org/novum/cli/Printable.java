package org.novum.cli;

/** Texts of data and of others on a terminal, which obeys what is written to it. */
final class Printable {
    private Printable() {}

    /** The text on one line, blanks for runs of blanks, and {@code \uFFFD} for control characters and marks of direction. */
    static String line(String text) {
        return text.replaceAll("\\s+", " ")
                .codePoints()
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
