package org.novum.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class TypedBusTest {
    @RegisterExtension
    private final WatchedVertx vertx = new WatchedVertx();

    private record Word(int number) {}

    private record Other(int number) {}

    @Test
    void nothingIsLostBehindASlowConsumer() throws ExecutionException, InterruptedException {
        int messages = 10_000;
        List<Integer> received = Collections.synchronizedList(new ArrayList<>());
        TypedBus bus = new TypedBus(vertx.vertx().eventBus(), "run");
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        deploy(bus, word -> {
            if (word.number() % 100 == 0) {
                spend(1);
            }
            received.add(word.number());
            underWay.decrementAndGet();
        });
        for (int number = 0; number < messages; number++) {
            bus.send(Word.class, new Word(number));
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        }
        bus.drain(Word.class);
        assertThat(received).isEqualTo(IntStream.range(0, messages).boxed().toList());
        // The counter rises after the sending, so that one more than the credits may be seen.
        assertThat(most).hasValueLessThanOrEqualTo(TypedBus.CREDITS + 1);
    }

    @Test
    void aSenderWithoutCreditWaits() throws ExecutionException, InterruptedException {
        CompletableFuture<Void> release = new CompletableFuture<>();
        TypedBus bus = new TypedBus(vertx.vertx().eventBus(), "run");
        deploy(bus, _ -> release.join());
        Thread sender = Thread.ofVirtual().start(() -> {
            for (int number = 0; number <= TypedBus.CREDITS; number++) {
                bus.send(Word.class, new Word(number));
            }
        });
        assertThat(sender.join(java.time.Duration.ofMillis(300))).isFalse();
        release.complete(null);
        sender.join();
    }

    @Test
    void aFailingHandlerTellsAndGivesItsCreditBack() throws ExecutionException, InterruptedException {
        TypedBus bus = new TypedBus(vertx.vertx().eventBus(), "run");
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        deploy(() -> bus.serve(
                Word.class,
                word -> {
                    throw new IllegalStateException("word " + word.number());
                },
                failure -> failures.add(failure.getMessage())));
        for (int number = 0; number < 3 * TypedBus.CREDITS; number++) {
            bus.send(Word.class, new Word(number));
        }
        bus.drain(Word.class);
        assertThat(failures).hasSize(3 * TypedBus.CREDITS).first().isEqualTo("word 0");
    }

    @Test
    void typesAndRunsAreKeptApart() throws ExecutionException, InterruptedException {
        TypedBus one = new TypedBus(vertx.vertx().eventBus(), "one");
        TypedBus two = new TypedBus(vertx.vertx().eventBus(), "two");
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        deploy(() -> {
            one.serve(Word.class, _ -> heard.add("one word"), failure -> heard.add("failure"));
            one.serve(Other.class, _ -> heard.add("one other"), failure -> heard.add("failure"));
            two.serve(Word.class, _ -> heard.add("two word"), failure -> heard.add("failure"));
        });
        one.send(Other.class, new Other(1));
        one.drain(Other.class);
        two.send(Word.class, new Word(1));
        two.drain(Word.class);
        assertThat(heard).containsExactly("one other", "two word");
    }

    @Test
    void anEventLoopMayNotSend() {
        TypedBus bus = new TypedBus(vertx.vertx().eventBus(), "run");
        CompletableFuture<Void> sent = new CompletableFuture<>();
        vertx.vertx().runOnContext(_ -> {
            try {
                bus.send(Word.class, new Word(1));
                sent.complete(null);
            } catch (RuntimeException refused) {
                sent.completeExceptionally(refused);
            }
        });
        assertThatThrownBy(sent::join).hasMessageContaining("event loop");
    }

    private void deploy(TypedBus bus, java.util.function.Consumer<Word> handler)
            throws ExecutionException, InterruptedException {
        deploy(() -> bus.serve(Word.class, handler, failure -> {
            throw new AssertionError(failure);
        }));
    }

    private void deploy(Runnable start) throws ExecutionException, InterruptedException {
        VerticleBase verticle = new VerticleBase() {
            @Override
            public Future<?> start() {
                start.run();
                return Future.succeededFuture();
            }
        };
        vertx.vertx()
                .deployVerticle(verticle, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    /** Keeps the thread for that many milliseconds, as work does. */
    private static void spend(long milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
