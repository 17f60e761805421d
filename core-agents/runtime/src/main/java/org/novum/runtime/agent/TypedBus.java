package org.novum.runtime.agent;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Typed messages over the Vert.x event bus, with credit.
 *
 * <p>A type has one consumer. Whoever sends takes a credit, and the consumer gives it back when it has dealt with the
 * message; a sender without credit waits. So nothing is ever dropped, which a paused Vert.x consumer does after 1,000
 * messages. Senders run on virtual threads or ordinary ones, never on an event loop.
 */
public final class TypedBus {
    /** How many messages of a type may be under way. */
    static final int CREDITS = 64;

    private static final String CODEC = "novum-immutable";

    private final EventBus bus;
    private final String run;
    private final Map<Class<?>, Semaphore> credits = new ConcurrentHashMap<>();

    /**
     * @param bus of the Vert.x instance; the codec is registered with it if it is not yet
     * @param run keeps the runs of one instance apart
     */
    public TypedBus(EventBus bus, String run) {
        this.bus = bus;
        this.run = run;
    }

    /** Registers the pass-by-reference codec for immutable messages; once per Vert.x instance. */
    public static void prepare(EventBus bus) {
        bus.registerCodec(new ImmutableCodec());
    }

    /**
     * Makes the consumer of a type.
     *
     * @param failures told of what the handler throws; the credit is given back all the same
     */
    public <M> void serve(Class<M> type, Consumer<? super M> handler, Consumer<? super Throwable> failures) {
        Semaphore credit = credits(type);
        bus.<M>localConsumer(address(type), message -> {
            try {
                handler.accept(message.body());
            } catch (RuntimeException | Error problem) {
                failures.accept(problem);
            } finally {
                credit.release();
            }
        });
    }

    /**
     * Sends a message; waits for credit first.
     *
     * @throws IllegalStateException on an event loop, which must never wait
     */
    public <M> void send(Class<? super M> type, M message) {
        refuseEventLoop();
        credits(type).acquireUninterruptibly();
        bus.send(address(type), message, new DeliveryOptions().setCodecName(CODEC).setLocalOnly(true));
    }

    /** Waits until every message of a type has been dealt with. */
    public void drain(Class<?> type) {
        refuseEventLoop();
        credits(type).acquireUninterruptibly(CREDITS);
        credits(type).release(CREDITS);
    }

    private static void refuseEventLoop() {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("an event loop may not wait for credit; deploy the sender on virtual threads");
        }
    }

    private Semaphore credits(Class<?> type) {
        return credits.computeIfAbsent(type, _ -> new Semaphore(CREDITS, true));
    }

    private String address(Class<?> type) {
        return "novum." + run + "." + type.getSimpleName();
    }

    /** Hands immutable messages over by reference, inside one process. */
    private static final class ImmutableCodec implements MessageCodec<Object, Object> {
        @Override
        public void encodeToWire(Buffer buffer, Object message) {
            throw new UnsupportedOperationException("typed messages stay inside one process");
        }

        @Override
        public Object decodeFromWire(int position, Buffer buffer) {
            throw new UnsupportedOperationException("typed messages stay inside one process");
        }

        @Override
        public Object transform(Object message) {
            return message;
        }

        @Override
        public String name() {
            return CODEC;
        }

        @Override
        public byte systemCodecID() {
            return -1;
        }
    }
}
