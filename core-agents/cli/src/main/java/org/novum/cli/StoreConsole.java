package org.novum.cli;

import java.util.function.Consumer;

/** Says once why the store of opened data cannot be used. */
final class StoreConsole implements Consumer<String> {
    private boolean said;

    @Override
    public synchronized void accept(String complaint) {
        if (!said) {
            said = true;
            System.err.println("note: " + complaint);
        }
    }
}
