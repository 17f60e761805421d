package org.novum.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novum.api.event.RunEvent;

@Timeout(60)
class WorkersTest {
    private final BufferAllocator root = new RootAllocator();
    private final List<RunEvent.Progressed> progress = new ArrayList<>();
    private final Workers workers = new Workers(3, root, progress::add);

    @AfterEach
    void close() {
        workers.close();
        assertThat(root.getAllocatedMemory()).isZero();
        root.close();
    }

    private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

    @Test
    void resultsStandInTheOrderOfTheItems() {
        List<Integer> doubled = workers.lend("step", context -> context.map(ITEMS, item -> 2 * item));
        assertThat(doubled).isEqualTo(ITEMS.stream().map(item -> 2 * item).toList());
    }

    @Test
    void workThatMapsAgainWaitsForNobody() {
        List<Integer> sums = workers.lend(
                "step",
                context -> context.map(ITEMS, outer -> context.map(List.of(1, 2, 3), inner -> outer + inner).stream()
                        .mapToInt(Integer::intValue)
                        .sum()));
        assertThat(sums).isEqualTo(ITEMS.stream().map(item -> 3 * item + 6).toList());
    }

    @RepeatedTest(20)
    void theFailureOfTheFirstItemIsTheOneThatIsThrown() {
        AtomicInteger running = new AtomicInteger();
        assertThatThrownBy(() -> workers.lend("step", context -> context.map(ITEMS, item -> {
                    running.incrementAndGet();
                    try {
                        if (item >= 17) {
                            throw new IllegalArgumentException("item " + item);
                        }
                        return item;
                    } finally {
                        running.decrementAndGet();
                    }
                })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item 17");
        assertThat(running).hasValue(0);
    }

    @Test
    void errorsPassToo() {
        assertThatThrownBy(() -> workers.lend("step", context -> context.map(ITEMS, item -> {
                    throw new StackOverflowError("deep");
                })))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void anInterruptedStepWaitsForItsWorkersBeforeItEnds() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger finished = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread step = Thread.ofPlatform().start(() -> {
            try {
                workers.lend("step", context -> context.map(List.of(1, 2, 3), item -> {
                    started.countDown();
                    awaitQuietly(release);
                    return finished.incrementAndGet();
                }));
            } catch (IllegalStateException interrupted) {
                failure.set(interrupted);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        started.await();
        step.interrupt();
        // The flag falls when the waiting step has noticed; only then may its workers go on.
        while (step.isInterrupted()) {
            Thread.onSpinWait();
        }
        release.countDown();
        step.join();
        assertThat(failure.get()).hasMessageContaining("interrupted");
        assertThat(flag.get()).isTrue();
        assertThat(finished).hasValueGreaterThanOrEqualTo(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void memoryThatDoesNotComeBackIsADefect() {
        // The leaked memory cannot come back, so that this allocator is left alone.
        try (Workers leaking = new Workers(1, new RootAllocator(), _ -> {})) {
            assertThatThrownBy(() -> leaking.lend("leaky", context -> context.allocator().buffer(64)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("leaky");
        }
    }

    @Test
    void progressIsPassedOn() {
        workers.lend("step", context -> {
            context.progress("toys", 3, 10);
            return 1;
        });
        assertThat(progress).containsExactly(new RunEvent.Progressed("toys", 3, 10));
    }
}
