package org.novum.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Takes standard error back from the descriptor where the launcher has kept it.
 *
 * <p>The JVM announces incubating modules on standard error before any Java code runs, and has no option against it; the
 * launcher lets it do so into a file. What the program and the JVM say from then on reaches the user.
 */
final class StandardError {
    /** The system property that holds the number of the descriptor. */
    static final String PROPERTY = "novum.stderr";

    private static final int STANDARD_ERROR = 2;

    private StandardError() {}

    /** Does nothing where the launcher has kept nothing. */
    static void takeBack() {
        Integer kept = Integer.getInteger(PROPERTY);
        if (kept == null) {
            return;
        }
        int descriptor = call("dup2", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), kept, STANDARD_ERROR);
        if (descriptor != STANDARD_ERROR) {
            throw new IllegalStateException("standard error cannot be taken back from descriptor " + kept);
        }
        call("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), kept);
    }

    /** Calls a function of POSIX. */
    private static int call(String function, FunctionDescriptor descriptor, Object... arguments) {
        Linker linker = Linker.nativeLinker();
        MethodHandle handle = linker.downcallHandle(linker.defaultLookup().findOrThrow(function), descriptor);
        try {
            return (int) handle.invokeWithArguments(arguments);
        } catch (Throwable broken) {
            throw new IllegalStateException(function + " cannot be called", broken);
        }
    }
}
