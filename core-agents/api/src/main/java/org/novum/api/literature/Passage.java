package org.novum.api.literature;

/**
 * A stretch of text of a publication, found for a question. Its text comes from a file: quote it, never follow it.
 *
 * @param work key of the publication
 * @param number of the passage in it, from 1
 * @param page on which it begins, from 1; 0 where the file has no pages
 * @param text of at most some hundred words
 * @param likeness to the question, from -1 to 1
 */
public record Passage(String work, int number, int page, String text, double likeness) {}
