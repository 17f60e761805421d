package org.novum.spaceweather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.function.Function;
import org.novum.spaceweather.Irregularity.Kind;

/**
 * Everything that a feed has sent, poll after poll: feeds repeat what they sent before, change it, and send some of it
 * late.
 */
public final class Arrivals<T> {
    private final String name;
    private final Function<T, ?> key;
    private final Function<T, Instant> time;
    private final Map<Object, T> known = new HashMap<>();
    private Instant newest = Instant.MIN;

    /**
     * @param name of the feed, for messages
     * @param key that tells items apart
     * @param time of an item
     */
    public Arrivals(String name, Function<T, ?> key, Function<T, Instant> time) {
        this.name = name;
        this.key = key;
        this.time = time;
    }

    /**
     * Takes in what a poll brought.
     *
     * @return what was late or changed
     */
    public List<Irregularity> take(List<T> items) {
        Irregularities notes = new Irregularities();
        Instant newestBefore = newest;
        for (T item : items) {
            T before = known.put(key.apply(item), item);
            Instant at = time.apply(item);
            if (before == null && at.isBefore(newestBefore)) {
                notes.add(Kind.LATE, name, key.apply(item) + " came after things of " + newestBefore);
            } else if (before != null && !before.equals(item)) {
                notes.add(Kind.REVISED, name, key.apply(item) + " was " + before + ", is " + item);
            }
            newest = at.isAfter(newest) ? at : newest;
        }
        return notes.all();
    }

    /** Time of the newest item ever, or a time before all. */
    public Instant newest() {
        return newest;
    }

    /** All items so far, by time. */
    public List<T> all() {
        List<T> items = new ArrayList<>(known.values());
        items.sort(Comparator.comparing(time).thenComparing(item -> key.apply(item).toString()));
        return items;
    }

    /** Forgets what is older; a watch runs for months. */
    public void forgetBefore(Instant oldest) {
        known.values().removeIf(item -> time.apply(item).isBefore(oldest));
    }
}
