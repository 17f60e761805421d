package org.novum.files;

import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * Calls libraries that damaged files break in ways of their own.
 *
 * <p>A length in a damaged file becomes one array of gigabytes, or a link to itself an endless recursion; refusing the file
 * loses nothing else, so running out of memory or stack within such a call is a damaged file too.
 */
public final class Guard {
    private Guard() {}

    /**
     * Does the work.
     *
     * @param work that a library does
     * @param refusal makes an exception that users can read of what was thrown, or gives it back if it is one already
     */
    public static <T> T call(Callable<T> work, Function<Throwable, ? extends RuntimeException> refusal) {
        try {
            return work.call();
        } catch (Exception | OutOfMemoryError | StackOverflowError broken) {
            throw refusal.apply(broken);
        }
    }

    /** What went wrong, in one line. */
    public static String reason(Throwable broken) {
        return switch (broken) {
            case OutOfMemoryError _ -> "it declares more than the memory holds";
            case StackOverflowError _ -> "it is nested too deeply, or within itself";
            default -> {
                String message = broken.getMessage();
                yield message == null || message.isBlank()
                        ? broken.getClass().getSimpleName()
                        : message.strip().lines().findFirst().orElse("");
            }
        };
    }
}
