package org.novum.literature;

import org.novum.api.literature.Work;

/**
 * A publication and what can be searched of it.
 *
 * @param work the publication
 * @param text of paper or abstract
 */
record Document(Work work, String text) {}
