package org.novum.api.literature;

/**
 * A publication.
 *
 * @param key that cites it: of letters, digits, {@code -}, {@code _}, {@code .} and {@code :}; unique in its library
 * @param title of it
 * @param authors as its entry has them; empty if unknown
 * @param year of publication; empty if unknown
 * @param identifier DOI or arXiv number; empty if unknown
 * @param file it was read from, relative to the folder
 */
public record Work(String key, String title, String authors, String year, String identifier, String file) {}
