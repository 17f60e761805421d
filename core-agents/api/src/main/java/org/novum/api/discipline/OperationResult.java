package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.novum.api.data.ColumnCard;
import org.novum.api.finding.Figure;

/** What an operation returns: a document, a table or a gallery. */
public sealed interface OperationResult {
    /** A JSON document. */
    record Document(JsonNode content) implements OperationResult {}

    /**
     * A table.
     *
     * @param columns names, types and units
     * @param rows of as many values each: {@code Double}, {@code Long} or {@code String}; null where a value is missing
     */
    record Table(List<ColumnCard> columns, List<List<Object>> rows) implements OperationResult {
        /** Copies the outer lists; rows may hold nulls and are kept as they are. */
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Objects with figures that a person pages through, those that deserve a look first.
     *
     * @param title what is shown
     * @param summary of all objects, in one or two sentences
     * @param exhibits in the order in which they are shown
     */
    record Gallery(String title, String summary, List<Exhibit> exhibits) implements OperationResult {
        /** Copies the list. */
        public Gallery {
            exhibits = List.copyOf(exhibits);
        }
    }

    /**
     * One object of a gallery.
     *
     * @param name of the object
     * @param headline what is said of it, in one line
     * @param trust whether what is said is to be doubted
     * @param facts in order, by name
     * @param figures in order
     */
    record Exhibit(String name, String headline, Trust trust, List<Fact> facts, List<Figure> figures) {
        /** Copies the lists. */
        public Exhibit {
            facts = List.copyOf(facts);
            figures = List.copyOf(figures);
        }
    }

    /**
     * A named fact of an exhibit.
     *
     * @param name of it
     * @param value with unit, as a person reads it
     */
    record Fact(String name, String value) {}

    /** Whether what is said of an object is to be doubted. */
    enum Trust {
        /** Nothing speaks against it. */
        SOUND,
        /** Something does; a fact says what. */
        DOUBTFUL,
        /** Nothing could be said. */
        NONE
    }
}
