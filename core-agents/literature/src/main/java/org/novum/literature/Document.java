package org.novum.literature;

import java.util.List;
import org.novum.api.literature.Work;

/**
 * A publication and what can be searched of it.
 *
 * @param work the publication
 * @param pages texts of its pages, from the first; one text where it has none
 * @param paged whether the texts are pages
 */
record Document(Work work, List<String> pages, Paging paged) {
    /** What the texts of a document are. */
    enum Paging {
        /** Pages, each with its number. */
        PAGES,
        /** One text without pages. */
        NONE
    }

    /** A text without pages. */
    static Document of(Work work, String text) {
        return new Document(work, List.of(text), Paging.NONE);
    }

    /** The same of another publication. */
    Document named(Work other) {
        return new Document(other, pages, paged);
    }

    /** Number of the page at this place, from 0; 0 where there are no pages. */
    int page(int place) {
        return paged == Paging.PAGES ? place + 1 : 0;
    }
}
