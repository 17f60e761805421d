package org.novum.runtime.model;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.novum.models.ModelCard;
import org.novum.models.ModelClient;
import org.novum.models.ModelException;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;

/** Counts tries that broke off after the provider may have begun to charge. */
final class CountedModel implements ModelClient {
    private final ModelClient model;
    private final AtomicInteger uncertain = new AtomicInteger();

    CountedModel(ModelClient model) {
        this.model = model;
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public ModelReply ask(ModelRequest request, Consumer<String> partial) {
        try {
            return model.ask(request, partial);
        } catch (ModelException failed) {
            if (mayBeCharged(failed.reason())) {
                uncertain.incrementAndGet();
            }
            throw failed;
        }
    }

    /** How many tries since it was last asked may be charged without a reply. */
    int takeUncertain() {
        return uncertain.getAndSet(0);
    }

    private static boolean mayBeCharged(ModelException.Reason reason) {
        return switch (reason) {
            case TIMEOUT, CUT, UNREACHABLE, TOO_LONG -> true;
            case AUTHENTICATION, NO_SUCH_MODEL, REFUSED_REQUEST, RATE_LIMIT, NOT_CONNECTED, RESTING, WRONG_FORM, LOOPING,
                    OVER_BUDGET ->
                false;
        };
    }
}
