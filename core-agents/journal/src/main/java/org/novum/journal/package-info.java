/**
 * The append-only journal of a run and the content-addressed store of its outputs.
 *
 * <p>Public types. Every step of a run passes through {@link org.novum.journal.StepRunner}: the intent is committed,
 * the step runs, its output goes to the {@link org.novum.journal.BlobStore}, and the result is committed together with
 * the events it causes. A resumed run finds recorded results and does not run those steps again; a replayed run
 * recomputes every pure step and compares digests.
 *
 * <p>{@link org.novum.journal.JournalStore} and {@link org.novum.journal.ExperimentLedgerStore} are the interfaces that
 * another database implements; SQLite does so in {@code org.novum.journal.sqlite}.
 */
@NullMarked
package org.novum.journal;

import org.jspecify.annotations.NullMarked;
