package org.novum.models.settings;

/** A key that never shows itself: not in a log, a journal, an exception or a bundle. */
public final class Secret {
    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** The key itself, for the header of a request and nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
