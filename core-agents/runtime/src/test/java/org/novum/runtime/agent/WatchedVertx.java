package org.novum.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Vert.x instance for each test, which fails the test if anything blocks one of its event loops for longer than 1.5 s, beyond any pause of a busy machine. */
final class WatchedVertx implements BeforeEachCallback, AfterEachCallback {
    private static final long LONGEST_MILLISECONDS = 1_500;

    private final List<String> blocked = new CopyOnWriteArrayList<>();
    private Vertx vertx;

    Vertx vertx() {
        return vertx;
    }

    /** What was seen to block, for the test of this class. */
    List<String> blocked() {
        return blocked;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        vertx = Vertx.vertx(new VertxOptions()
                .setBlockedThreadCheckInterval(50)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(LONGEST_MILLISECONDS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
        ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(event -> blocked.add(event.thread().getName()));
        TypedBus.prepare(vertx.eventBus());
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(blocked).isEmpty();
    }
}
