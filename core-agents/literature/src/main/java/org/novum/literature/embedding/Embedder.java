package org.novum.literature.embedding;

import java.util.List;

/** Turns texts into vectors of length 1 whose scalar product says how like their meanings are. */
public interface Embedder {
    /** One vector for each text, all of the same dimension. */
    List<float[]> embed(List<String> texts);
}
