package org.novum.runtime;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.novum.runtime.agent.TypedBus;

/**
 * The Vert.x instance of one run.
 *
 * @param vertx with the codec of the typed bus
 */
record EventLoops(Vertx vertx) implements AutoCloseable {
    private static final long STOP_SECONDS = 10;

    static EventLoops start() {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(false)
                // Its file cache would leave a folder behind whenever the process is killed.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        TypedBus.prepare(vertx.eventBus());
        return new EventLoops(vertx);
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IllegalStateException("Vert.x did not stop", stuck);
        }
    }
}
