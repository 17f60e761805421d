package org.novum.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.novum.pluginsdk.chat.ChatCall;
import org.novum.pluginsdk.chat.ChatServer;
import org.novum.pluginsdk.chat.ChatServer.Charging;
import org.novum.pluginsdk.chat.ChatServer.Moment;

/** A provider that takes its time, and kills who asks it when it is told to. */
final class KillingProvider {
    private static final long PAUSE_NANOS = 20_000_000;
    private static final long SETTLING_NANOS = 5_000_000;

    private final List<String> afterTheirResult = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile @Nullable Client client;

    /** Who asks, and when to kill it. */
    private record Client(Process process, Death death, Set<String> recorded) {}

    ChatServer open(Charging charging) {
        return ChatServer.start(new ChatServer.Conduct(ModelTrial::answer, charging, this::reached));
    }

    /** From now on this process asks. */
    void kills(Process process, Death death, Life life) {
        client = new Client(process, death, Set.copyOf(life.results()));
    }

    /** Calls that were asked although their result was in the journal before. */
    List<String> afterTheirResult() {
        return new ArrayList<>(afterTheirResult);
    }

    /** Waits until every call of a killed process is dealt with: a provider may charge what nobody waits for. */
    void settle() {
        while (busy.get() > 0) {
            LockSupport.parkNanos(SETTLING_NANOS);
        }
    }

    /** Sends SIGKILL. Unlike {@link Process#destroyForcibly}, leaves what the process has said to be read. */
    static void kill(Process process) {
        process.toHandle().destroyForcibly();
    }

    private void reached(Moment moment, ChatCall call) {
        busy.incrementAndGet();
        try {
            Client asking = client;
            String step = ModelTrial.step(call);
            if (moment == Moment.ARRIVED && asking.recorded().contains(step)) {
                afterTheirResult.add(step);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (asking.death().equals(new Death.AtMoment(step, moment))) {
                kill(asking.process());
                asking.process().onExit().join();
            }
        } finally {
            busy.decrementAndGet();
        }
    }
}
