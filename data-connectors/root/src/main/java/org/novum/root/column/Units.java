package org.novum.root.column;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.api.data.Unit;

/** Units in descriptions: {@code transverse momentum [GeV]}. */
public final class Units {
    private static final Pattern LAST_BRACKETS = Pattern.compile("\\S\\s*\\s\\[([^\\[\\]]{1,16})]\\s*$");

    private Units() {}

    /** The unit in brackets at the end of a description, after a space, if it is one that is known. */
    public static Unit in(String description) {
        Matcher matcher = LAST_BRACKETS.matcher(description);
        if (!matcher.find()) {
            return Unit.ONE;
        }
        Unit unit = Unit.of(matcher.group(1));
        return unit.dimension().equals(unit.symbol()) ? Unit.ONE : unit;
    }
}
