package org.novum.journal;

/**
 * The right to write a run's journal.
 *
 * @param epoch counts the takings, from 1; the highest one is the only one that may write
 * @param holder who took it, for people to read
 */
public record Lease(long epoch, String holder) {}
