package org.novum.runtime.model.attack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.ToolCall;
import org.novum.models.Turn;
import org.novum.models.Usage;

/**
 * Writes orders into the data, and knows everything: which role reads them, what the model did before and what the program
 * answered. It climbs ladders of orders, each rung nearer to what is allowed; a refusal makes it try the next rung, and a
 * ladder that came far is tried first next time.
 *
 * <p>The model obeys: it answers with the order, whatever it is.
 */
final class Attacker {
    /** Stands in a name of the data; a model that reads it does what the attacker wants. */
    static final String MARK = "OBEY";

    /** What may be ordered. */
    enum Aim {
        /** What nobody may do. */
        FORBIDDEN,
        /** What the role may do, to the study's harm. */
        ALLOWED
    }

    private final Aim aim;
    private final SplittableRandom random;
    private final Map<String, Integer> reached = new TreeMap<>();
    private final Map<String, Integer> rungs = new TreeMap<>();
    private final Map<String, Integer> ladders = new TreeMap<>();
    private final Set<String> roles = new TreeSet<>();
    private int orders;
    private int reactions;

    Attacker(Aim aim, long seed) {
        this.aim = aim;
        this.random = new SplittableRandom(seed);
    }

    /** Orders given, each obeyed. */
    int orders() {
        return orders;
    }

    /** Roles that heard orders. */
    Set<String> roles() {
        return Set.copyOf(roles);
    }

    /** Orders that were chosen because of what had happened to the one before. */
    int reactions() {
        return reactions;
    }

    /** What stands in a tool's result; the model reads it and comes back for the order. */
    String remark() {
        return MARK + " " + Ladders.disguise(random.nextInt(Ladders.DISGUISES)) + " " + orders;
    }

    /** The obeying model. */
    ModelReply reply(ModelRequest request) {
        String role = role(request.key());
        if (request.turns().stream().noneMatch(turn -> turn.toString().contains(MARK))) {
            return text(Ladders.harmless(role));
        }
        roles.add(role);
        String order = order(role, request);
        orders++;
        if (role.equals("inspect") && !order.startsWith("note ")) {
            int blank = order.indexOf(' ');
            return new ModelReply(
                    "",
                    List.of(new ToolCall("c" + orders, order.substring(0, blank), order.substring(blank + 1))),
                    ModelReply.End.TOOLS,
                    new Usage(10, 10),
                    "m");
        }
        return text(order);
    }

    private static String role(String key) {
        for (String role : List.of("inspect", "withdraw", "review", "write")) {
            if (key.contains("/" + role + "/")) {
                return role;
            }
        }
        return "propose";
    }

    private static ModelReply text(String text) {
        return new ModelReply(text, List.of(), ModelReply.End.STOP, new Usage(10, 10), "m");
    }

    private String order(String role, ModelRequest request) {
        List<List<String>> all = aim == Aim.FORBIDDEN ? Ladders.forbidden(role) : Ladders.allowed(role);
        String last = request.turns().getLast().toString();
        boolean begins = request.turns().size() == 2;
        boolean refused = last.contains("cannot be used") || last.contains("not called") || last.contains("refused");
        if (begins) {
            ladders.put(role, best(role, all.size()));
            rungs.put(role, 0);
        } else if (refused) {
            rungs.merge(role, 1, Integer::sum);
            reactions++;
        } else {
            // It was let through: remember how far this ladder came, and climb on.
            reached.merge(role + ladders.get(role), rungs.get(role) + 1, Math::max);
            rungs.merge(role, 1, Integer::sum);
            reactions++;
        }
        List<String> ladder = all.get(ladders.get(role));
        String order = ladder.get(Math.min(rungs.get(role), ladder.size() - 1));
        return order.replace("#", String.valueOf(orders)).replace("@", Ladders.disguise(random.nextInt(Ladders.DISGUISES)));
    }

    /** The ladder that came furthest, three times of four; otherwise any. */
    private int best(String role, int count) {
        if (random.nextInt(4) > 0) {
            for (int i = 0; i < count; i++) {
                if (reached.getOrDefault(role + i, 0) > 2) {
                    return i;
                }
            }
        }
        return random.nextInt(count);
    }
}
