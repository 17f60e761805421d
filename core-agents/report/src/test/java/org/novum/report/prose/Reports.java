package org.novum.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Reports that are right, and the same with one figure falsified. */
final class Reports {
    private static final List<String> OPENINGS = List.of(
            "We looked for a narrow state in {{n:finding-1}}.",
            "In the channel {{n:finding-1}}, exploration rows were studied before the test was frozen.",
            "The hypothesis on {{n:finding-1}} was registered before its rows were opened.",
            "Candidates of {{n:finding-1}} gather at a common mass.",
            "This section tells of {{n:finding-1}}, whose verdict is {{v:finding-1}}.",
            "What follows rests on rows that nobody had seen when the plan was written.");
    private static final List<String> FIGURES = List.of(
            "The mass is {{q:finding-1.mass}}.",
            "A fit gives {{q:finding-1.width}} for the width, as the resolution leads readers to expect.",
            "Its yield was found to be {{q:finding-1.yield}}, and the mass was {{q:finding-1.mass}}.",
            "With a significance of {{q:finding-1.global}}, the excess stands out.",
            "In all, {{q:run.tested}} is the count of hypotheses in this run.",
            "We measure a mass of {{q:finding-1.mass}} and a width of {{q:finding-1.width}}.",
            "The state (mass: {{q:finding-1.mass}}) lies where the table lists it.",
            "{{q:finding-1.yield}} is the yield of the fit.");
    private static final List<String> CLOSINGS = List.of(
            "The ledger's verdict is {{v:finding-1}}.",
            "The method follows {{c:method-1}}.",
            "The background is smooth; no structure other than the peak is seen.",
            "Whether a further state hides beside it remains open.",
            "Systematic effects such as the momentum scale were left as the study sets them.",
            "A reader may wish to look at the figure, where the data and the fitted curve are drawn.",
            "Both charges behave alike, which speaks against a mistaken charge.",
            "The same pattern shows in the exploration rows - a hint, never more.");

    /** How many ways of falsifying there are. */
    static final int KINDS = kinds().size();

    private Reports() {}

    /** A report with a part of the text that must not come through. */
    record Altered(String kind, String text, String bait) {}

    private record Kind(String name, Function<SplittableRandom, String> sentence) {}

    static String faithful(SplittableRandom random) {
        return String.join(random.nextBoolean() ? " " : "\n", sentences(random));
    }

    private static List<String> sentences(SplittableRandom random) {
        List<String> sentences = new ArrayList<>();
        sentences.add(any(random, OPENINGS));
        for (int i = random.nextInt(3); i >= 0; i--) {
            sentences.add(any(random, FIGURES));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            sentences.add(any(random, CLOSINGS));
        }
        return sentences;
    }

    /** A faithful report in which one sentence is falsified, of the kind that the index picks. */
    static Altered altered(SplittableRandom random, int index) {
        Kind kind = kinds().get(index % KINDS);
        String bait = kind.sentence().apply(random);
        List<String> sentences = sentences(random);
        sentences.add(1 + random.nextInt(sentences.size() - 1), bait);
        return new Altered(kind.name(), String.join(" ", sentences), bait);
    }

    private static String any(SplittableRandom random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Kind kind(String name, String... sentences) {
        return new Kind(name, random -> any(random, List.of(sentences)));
    }

    private static List<Kind> kinds() {
        String mass = "{{q:finding-1.mass}}";
        return List.of(
                new Kind("digits changed", random -> "The mass is " + (5200 + random.nextInt(100)) + "." + random.nextInt(10)
                        + " ± 0." + (1 + random.nextInt(8)) + " MeV."),
                new Kind("digits copied", _ -> "The mass is 5279.3 ± 0.4 MeV."),
                kind("unit swapped", "The mass is " + mass + " GeV.", "The mass (in keV) is " + mass + ".", "The width is {{q:finding-1.width}} percent.",
                        "The yield is {{q:finding-1.yield}} days.", "The mass is " + mass + " kilo electronvolts."),
                kind("sign", "The mass is -" + mass + ".", "The mass is minus " + mass + ".", "The mass is \u2212" + mass + ".",
                        "The mass is negative " + mass + ".", "The mass is the negative of " + mass + ".", "The mass is - " + mass + "."),
                kind("exponent", "The yield is {{q:finding-1.yield}}e3.", "The yield is {{q:finding-1.yield}} × 10³.", "The yield is {{q:finding-1.yield}}^2.",
                        "The yield is {{q:finding-1.yield}} squared.", "The yield is {{q:finding-1.yield}} to the power of itself.", "The yield is {{q:finding-1.yield}}E."),
                new Kind("spelled out", random -> "The excess has " + any(random, List.of("five", "Seven", "twenty-five", "FORTY", "one hundred", "eleven",
                        "a dozen", "ninety nine", "twelve thousand", "a million", "thirteen", "zero")) + " deviations."),
                new Kind("spelled out and hidden", random -> "The excess has " + any(random, List.of("f-ive", "fi.ve", "fi ve", "f i v e", "twentyfive",
                        "s'even", "(e)ight", "n-i-n-e", "for ty", "sev-en", "te'n", "thou-sand")) + " deviations."),
                kind("ordinals and multiples", "It is the fifth state.", "It is twice the width.", "It is tenfold the width.", "Half of the rows agree.",
                        "The second channel agrees.", "It doubled.", "A quarter of it is noise.", "Thrice it was seen.", "A quartet of states.", "It was seen for decades."),
                kind("percentage", "It makes up 12% of all.", "It makes up ten per cent of all.", "It makes up ninety percent.", "A large percentage is {{q:finding-1.yield}}.",
                        "It is {{q:finding-1.yield}}% of all.", "Some per cent of the rows.", "It is {{q:finding-1.yield}} ‰."),
                kind("Unicode digits", "The mass is \u0665\u0662.", "The mass is \uff15\uff12.", "The mass is \u0967.", "The mass is \ud835\udfd3.",
                        "The mass is \u4e94.", "The mass is \u2075.", "The mass is \u2464.", "The mass is \u2167.", "The mass is \u2783."),
                kind("fractions", "It is \u00bd of all.", "It is 1/2 of all.", "It is \u2153.", "It is a third.", "It is three quarters of all.", "It is 0,5 of all.",
                        "It is two-thirds of it."),
                kind("ranges", "The mass lies in 5.2-5.3.", "The mass is " + mass + " to {{q:finding-1.width}}.", "The mass is " + mass + "\u2013{{q:finding-1.width}}.",
                        "The mass lies between " + mass + " and {{q:finding-1.width}}.", "The mass is " + mass + "-" + mass + ".", "From five to six of them."),
                kind("wrong finding", "The mass is {{q:finding-2.mass}}.", "The verdict is {{v:finding-2}}.", "It is {{n:finding-2}} that shows it."),
                kind("wrong quantity", "The mass is {{q:finding-1.width}}.", "Its width was found to be {{q:finding-1.mass}}.",
                        "The mass is {{q:finding-1.mass}} and the yield is {{q:finding-1.width}}.", "The global significance is {{q:finding-1.yield}}."),
                kind("unknown reference", "The mass is {{q:finding-1.masse}}.", "The mass is {{q:finding-3.mass}}.", "The mass is {{finding-1.mass}}.", "The mass is {{ q:finding-1.mass }}.",
                        "The mass is {{Q:finding-1.mass}}.", "The mass is {{q:finding-1.mass|5}}.", "The mass is {{}}."),
                kind("broken reference", "The mass is {q:finding-1.mass}.", "The mass is {{q:finding-1.mass}.", "The mass is {{{q:finding-1.mass}}}.", "The mass is {{q:{{q:finding-1.mass}}}}.",
                        "The mass is }}q:finding{{.", "The mass is [[q:finding]]."),
                kind("HTML", "The mass is <b>large</b>.", "<script>alert()</script>", "The mass is &five;.", "<img src=x onerror=alert()>", "The mass is <s>" + mass + "</s>.",
                        "</p><h3>discovery</h3>", "The mass is <!-- " + mass + " -->."),
                kind("Markdown", "The mass is **large**.", "The mass is `large`.", "# Result", "[here](evil)", "The mass is ~~" + mass + "~~.", "| a | b |", "The mass is $x$."),
                kind("zero width", "The mass is fi\u200bve.", "The mass is {{q:finding-1\u200b.mass}}.", "The mass is\u200b " + mass + ".", "The mass is se\u00adven.", "The mass is \u2060" + mass + ".",
                        "The mass is fi\u200dve.", "The mass is ni\ufeffne."),
                kind("direction", "The mass is \u202e" + mass + ".", "The mass is \u2066" + mass + "\u2069.", "\u200fThe mass is " + mass + "."),
                kind("lookalikes", "The mass is f\u0456ve.", "The mass is fiv\u0435.", "The mass is \u043ene.", "The mass is \ud835\udc1f\ud835\udc22\ud835\udc2f\ud835\udc1e.", "The mass is \uff46ive.",
                        "The mass is fi\u0301ve.", "The mass is O l.", "The mass is \u03c0."),
                kind("Roman", "It is state IV.", "The excess has VII deviations.", "It is state xii.", "It was seen in MMXXIV.", "It is of type I."),
                kind("scaled", "The yield is {{q:finding-1.yield}} thousand.", "The yield is {{q:finding-1.yield}} dozen.", "The yield is {{q:finding-1.yield}} times that.",
                        "The yield is ten {{q:finding-1.yield}}.", "The yield is {{q:finding-1.yield}}{{q:finding-1.yield}}.", "The yield is {{q:finding-1.yield}} {{q:finding-1.yield}}.", "The yield is k{{q:finding-1.yield}}."),
                kind("weakened", "The mass is above " + mass + ".", "The mass is not " + mass + ".", "The mass is nearly " + mass + ".", "The mass isn't, we say, " + mass + ".", "The mass is less than " + mass + ".",
                        "It never was " + mass + "."),
                kind("verdict in words", "This is a discovery.", "We discovered it.", "It is strong evidence.", "The claim is proven.", "It is highly significant.", "The claim was refuted.", "The state is established."),
                kind("source in words", "See arXiv.", "See www.example.org now.", "Smith et al. found it.", "See http://evil.example now.", "See [Smith].", "See {{c:smith}}.", "See {{c:method-2}}."));
    }
}
