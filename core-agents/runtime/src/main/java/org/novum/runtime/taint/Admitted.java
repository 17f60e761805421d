package org.novum.runtime.taint;

/** A typed value that a {@link Gate} has let in; there is no other way to make one. */
public final class Admitted<T> {
    private final T value;

    Admitted(T value) {
        this.value = value;
    }

    /** The value. */
    public T value() {
        return value;
    }
}
