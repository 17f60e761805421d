package org.novum.spaceweather;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.novum.api.ExitCode;
import org.novum.spaceweather.Irregularity.Kind;

/**
 * Reads the rows of one answer into items.
 *
 * @param name of the feed, for messages
 * @param item of a row, or nothing; then the reason was noted
 * @param key that no two items share
 * @param time of an item
 */
record Rows<T>(String name, Function<Row, Optional<T>> item, Function<T, ?> key, Function<T, Instant> time) {
    /**
     * Reads an array.
     *
     * @param present a later row is set aside
     * @throws FeedException if the document is no array
     */
    Reading<T> read(JsonNode array, Instant present) {
        if (!array.isArray()) {
            throw new FeedException(
                    ExitCode.DATA, name + ": the answer is no list of rows; the feed has changed, or is another one");
        }
        Irregularities notes = new Irregularities();
        Set<Object> seen = new HashSet<>();
        List<T> items = new ArrayList<>();
        for (int at = 0; at < array.size(); at++) {
            String place = name + ", row " + (at + 1);
            Optional<T> found = item.apply(new Row(array.get(at), place, notes));
            if (found.isEmpty()) {
                continue;
            }
            if (time.apply(found.get()).isAfter(present)) {
                notes.add(Kind.FUTURE, place, time.apply(found.get()) + " has not come yet");
            } else if (!seen.add(key.apply(found.get()))) {
                notes.add(Kind.DUPLICATE, place, key.apply(found.get()) + " stands there before");
            } else {
                items.add(found.get());
            }
        }
        items.sort(Comparator.comparing(time));
        return new Reading<>(array.size(), items, notes.all());
    }
}
