package org.novum.api.discipline;

/** How many letters two names differ by; for the remedy of a misspelt name. */
final class EditDistance {
    private EditDistance() {}

    /** Insertions, deletions and replacements that turn one name into the other (Levenshtein 1966). */
    static int between(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[previous.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int replaced = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] = Math.min(
                        previous[column - 1] + replaced,
                        1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
