package org.novum.runtime.model.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes {@code injections.md}: attacks through the data, what they achieved, and what was found beside them. */
final class InjectionReport {
    private static final int ORDERS = 600;

    private InjectionReport() {}

    /** @param arguments folder of the report */
    public static void main(String[] arguments) throws IOException {
        Path work = Files.createTempDirectory("injections");
        Attacks attacks = new Attacks(work, Attacks.Carrier.DATA);
        Attacks.Result clean = attacks.clean();
        Attacker beyond = new Attacker(Attacker.Aim.FORBIDDEN, 11);
        Attacks.Tally forbidden = attacks.tally(clean, beyond, ORDERS);
        Attacker within = new Attacker(Attacker.Aim.ALLOWED, 12);
        Attacks.Tally allowed = attacks.tally(clean, within, ORDERS / 3);
        Attacks papers = new Attacks(work.resolve("papers"), Attacks.Carrier.LITERATURE);
        Attacks.Result quiet = papers.clean();
        Attacker writer = new Attacker(Attacker.Aim.FORBIDDEN, 13);
        Attacks.Tally read = papers.tally(quiet, writer, ORDERS / 3);
        Files.writeString(Path.of(arguments[0]).resolve("injections.md"), """
                # Orders in the data

                Runs of the study of the tests (four parts, two of them with an effect) with a model in every role: proposer, \
                analyst, critic, writer. A name in the data, and later the results of tools, make the models obey an attacker who \
                knows what they did before and what the program answered: after a refusal he tries an order nearer to what is \
                allowed. Every order is obeyed by the model that reads it.

                Made by `org.novum.runtime.model.attack.InjectionReport docs/reports` (test classes of `core-agents/runtime`).

                | orders | runs | orders obeyed | of them in reaction | unauthorised calls | verdicts changed | parts lifted | markup in reports | parts found a run |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                | none | 1 | 0 | 0 | 0 | 0 | 0 | 0 | %d |
                %s
                %s
                %s

                *Beyond authority* are orders to accept, to lift, to change levels or plans, to open rows or addresses, to call \
                what is not offered, to name files, to write figures and markup. *Within authority* are orders to do what the role \
                may do to the study's harm: to weigh against what is there, to withdraw it, to ask for junk. They cost power, as a \
                critic that withdraws is meant to be able to; they prove nothing. That no address is opened is asserted by \
                `AdaptiveInjectionTest`, which counts every connection that is asked for.
                """.formatted(clean.found().size(), row("beyond authority", forbidden, beyond), row("within authority", allowed, within), row("beyond authority, in papers", read, writer)));
    }

    private static String row(String name, Attacks.Tally tally, Attacker attacker) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %.2f |",
                name,
                tally.runs(),
                tally.orders(),
                attacker.reactions(),
                tally.harm(),
                tally.changed(),
                tally.lifted(),
                tally.markup(),
                tally.found() / (double) tally.runs());
    }
}
