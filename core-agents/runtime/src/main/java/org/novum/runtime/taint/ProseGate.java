package org.novum.runtime.taint;

import java.util.List;
import org.novum.report.prose.Grounding;
import org.novum.report.prose.Piece;
import org.novum.report.prose.References;

/**
 * Lets text in as grounded pieces; what it says wrongly stays in it as struck out.
 *
 * @param references that it may make
 * @param owner that it is about
 */
public record ProseGate(References references, String owner) implements Gate<String, List<Piece>> {
    @Override
    public Gated<List<Piece>> admit(Sourced<String> foreign) {
        return Pass.through(grounded(foreign).value());
    }

    /** The pieces; this gate refuses nothing as a whole. */
    public Admitted<List<Piece>> grounded(Sourced<String> foreign) {
        return new Admitted<>(Grounding.ground(foreign.open(), references, owner));
    }

    /** All of a text struck out for one reason, where it is about nothing that there is. */
    public static Admitted<List<Piece>> struck(Sourced<String> foreign, String reason) {
        return new Admitted<>(List.of(new Piece.Struck(foreign.open(), reason)));
    }
}
