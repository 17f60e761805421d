package org.novum.runtime.taint;

/** What gates say. */
final class Pass {
    private Pass() {}

    static <T> Gate.Gated<T> through(T value) {
        return new Gate.Gated.Through<>(new Admitted<>(value));
    }

    static <T> Gate.Gated<T> refused(Source source, String reason) {
        return new Gate.Gated.Refused<>(Sourced.of(source, reason));
    }
}
