package org.novum.api.finding;

import org.jspecify.annotations.Nullable;

/**
 * One number at three scopes: for the place looked at, after the look-elsewhere effect of the scan it comes from, and
 * after all members of its family.
 *
 * @param local ignoring that one looked elsewhere; null where it has no meaning
 * @param global within the scan; null where it has no meaning
 * @param campaign within the family of all scans; null where it has no meaning
 */
public record Significance(@Nullable Double local, @Nullable Double global, @Nullable Double campaign) {
    /** No significance is stated. */
    public static final Significance NONE = new Significance(null, null, null);
}
