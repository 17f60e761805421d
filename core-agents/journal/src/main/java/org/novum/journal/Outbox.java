package org.novum.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.novum.journal.BoundaryListener.Boundary;
import org.novum.journal.JournalRecord.Event;
import org.novum.journal.JournalRecord.Published;

/** Gives committed events to the listener and has that recorded. */
final class Outbox {

    private final Journal.Parts parts;
    private final Supplier<Map<Long, Event>> unpublished;
    private final Consumer<List<Published>> marking;
    private final ReentrantLock publishing = new ReentrantLock();

    /** {@code unpublished} gives the events without a mark in order of sequence; {@code marking} records marks. */
    Outbox(Journal.Parts parts, Supplier<Map<Long, Event>> unpublished, Consumer<List<Published>> marking) {
        this.parts = parts;
        this.unpublished = unpublished;
        this.marking = marking;
    }

    /** One thread delivers at a time, so that events arrive in order; a listener that records is not re-entered. */
    void publish() {
        if (publishing.isHeldByCurrentThread()) {
            return;
        }
        publishing.lock();
        try {
            for (Map<Long, Event> events = unpublished.get(); !events.isEmpty(); events = unpublished.get()) {
                deliverAndMark(events);
            }
        } finally {
            publishing.unlock();
        }
    }

    private void deliverAndMark(Map<Long, Event> events) {
        List<Published> marks = new ArrayList<>();
        try {
            events.forEach((sequence, event) -> {
                deliver(sequence, event);
                marks.add(new Published(sequence));
            });
        } catch (RuntimeException e) {
            try {
                marking.accept(marks);
            } catch (JournalException recording) {
                e.addSuppressed(recording);
            }
            throw e;
        }
        marking.accept(marks);
    }

    private void deliver(long sequence, Event event) {
        String subject = Long.toString(sequence);
        parts.boundaries().reached(Boundary.BEFORE_PUBLISH, subject);
        parts.events().published(sequence, event);
        parts.boundaries().reached(Boundary.AFTER_PUBLISH, subject);
    }
}
