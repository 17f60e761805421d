package org.novum.runtime;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.discipline.Discipline;

/**
 * The installed disciplines and connectors.
 *
 * @param disciplines with unique names
 * @param connectors in the order in which they are asked
 */
public record Plugins(List<Discipline> disciplines, List<DataConnector> connectors) {
    /** Copies the lists and checks the names. */
    public Plugins {
        disciplines = List.copyOf(disciplines);
        connectors = List.copyOf(connectors);
        long names = disciplines.stream().map(discipline -> discipline.card().name()).distinct().count();
        if (names != disciplines.size()) {
            throw new IllegalArgumentException("two disciplines have the same name");
        }
    }

    /**
     * The discipline of this name.
     *
     * @throws NovumException with {@code CONFIGURATION} if it is not installed
     */
    public Discipline discipline(String name) {
        return disciplines.stream()
                .filter(discipline -> discipline.card().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NovumException(
                        ExitCode.CONFIGURATION,
                        "no discipline is called " + name + "; installed are "
                                + disciplines.stream()
                                        .map(discipline -> discipline.card().name())
                                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    /**
     * Opens a source with the first connector that accepts all its URIs.
     *
     * @throws NovumException with {@code NO_INPUT} if none does
     */
    public Dataset open(DataSource source) {
        return connectors.stream()
                .filter(connector -> source.uris().stream().allMatch(connector::accepts))
                .findFirst()
                .orElseThrow(() -> new NovumException(
                        ExitCode.NO_INPUT,
                        "no connector opens " + source.uris() + "; see what each accepts with: novum list connectors"))
                .open(source);
    }
}
