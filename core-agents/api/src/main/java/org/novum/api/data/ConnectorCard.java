package org.novum.api.data;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a connector is and can do.
 *
 * @param name unique, lower case
 * @param summary one sentence
 * @param schemes the URI schemes it answers to, without the colon
 * @param endings the file endings it reads, lower case with the dot; empty if its scheme decides
 * @param capabilities that the contract tests prove
 */
public record ConnectorCard(
        String name, String summary, Set<String> schemes, Set<String> endings, Set<Capability> capabilities) {
    /** Copies the sets, in the order of their elements. */
    public ConnectorCard {
        schemes = Collections.unmodifiableSortedSet(new TreeSet<>(schemes));
        endings = Collections.unmodifiableSortedSet(new TreeSet<>(endings));
        capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
    }
}
