package org.novum.report.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No altered figure passes, and no faithful report is spoilt. */
class GroundingTest {
    static final References REFERENCES = references();

    private static References references() {
        Map<String, References.Target> targets = new TreeMap<>();
        for (String finding : List.of("finding-1", "finding-2")) {
            targets.put("n:" + finding, new References.Target(finding, "name", "B0 → J/ψ K*(892) " + finding));
            targets.put("v:" + finding, new References.Target(finding, "verdict", "evidence"));
            targets.put("q:" + finding + ".mass", new References.Target(finding, "mass", "5279.3 ± 0.4 MeV"));
            targets.put("q:" + finding + ".width", new References.Target(finding, "width", "12.1 ± 0.9 MeV"));
            targets.put("q:" + finding + ".yield", new References.Target(finding, "yield", "1234 ± 41"));
            targets.put("q:" + finding + ".global", new References.Target(finding, "global significance", "7.25"));
        }
        targets.put("q:run.tested", new References.Target(References.RUN, "hypotheses tested", "400"));
        targets.put("c:method-1", new References.Target(References.RUN, "source", "Javanmard, Montanari (2018)"));
        return new References(targets);
    }

    @Test
    void aThousandFaithfulReportsPassUntouched() {
        SplittableRandom random = new SplittableRandom(20260101);
        int flagged = 0;
        for (int i = 0; i < 1000; i++) {
            String report = Reports.faithful(random);
            List<Piece> pieces = Grounding.ground(report, REFERENCES, "finding-1");
            flagged += struck(pieces).size();
            assertThat(struck(pieces)).as(report).isEmpty();
            assertThat(source(pieces)).as("nothing is lost").isEqualTo(report);
        }
        assertThat(flagged).isZero();
    }

    @Test
    void aThousandAlteredReportsAreFlagged() {
        SplittableRandom random = new SplittableRandom(20260102);
        Map<String, Integer> flagged = new TreeMap<>();
        for (int i = 0; i < 1000; i++) {
            Reports.Altered altered = Reports.altered(random, i);
            List<Piece> pieces = Grounding.ground(altered.text(), REFERENCES, "finding-1");
            assertThat(struck(pieces)).as(altered.kind() + ": " + altered.text()).isNotEmpty();
            assertThat(source(pieces)).as("what is struck is shown").isEqualTo(altered.text());
            assertThat(said(pieces)).as(altered.kind()).doesNotContain(altered.bait());
            flagged.merge(altered.kind(), 1, Integer::sum);
        }
        assertThat(flagged.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1000);
        assertThat(flagged).hasSize(Reports.KINDS).allSatisfy((_, count) -> assertThat(count).isGreaterThan(20));
    }

    @Test
    void whatRemainsOfAnyTextHoldsNoFigure() {
        SplittableRandom random = new SplittableRandom(20260103);
        String alphabet = "ab te{}q:n1.9 finding-mass\u0665½<&*−%\u200b\n{{q:finding-1.mass}}";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(random.nextInt(12) == 0
                        ? "{{q:finding-1.mass}}"
                        : String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))));
            }
            List<Piece> pieces = Grounding.ground(text.toString(), REFERENCES, "finding-1");
            assertThat(said(pieces)).as(text.toString()).matches("[A-Za-z .,;:()'\"?!\n-]*");
            assertThat(source(pieces)).isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It often weighs on the freight of a canine attendant whose tone, honest as stone, is done.",
                "The height and weight of the tension were intended for someone listening.",
                "Due to the mix of forests and forts, and for that reason, the null hypothesis stands.",
                "It's a fine, well-known test (see {{c:method-1}}); the rows weren't opened before.",
                "In {{n:finding-1}} a narrow state was sought; the verdict is {{v:finding-1}}."
            })
    void wordsThatLookLikeNumbersPass(String text) {
        assertThat(struck(Grounding.ground(text, REFERENCES, "finding-1"))).isEmpty();
    }

    @Test
    void theReasonIsTold() {
        assertThat(reason("The mass is 5.28 GeV.")).contains("'5.28'");
        assertThat(reason("There are forty states.")).contains("forty");
        assertThat(reason("The mass is {{q:finding-9.mass}}.")).contains("finding-9.mass");
        assertThat(reason("The mass is {{q:finding-2.mass}}.")).contains("belongs to finding-2");
        assertThat(reason("This is a discovery.")).contains("verdicts");
        assertThat(reason("See arXiv and others.")).contains("sources");
    }

    @Test
    void aTextAboutAllSaysOfWhichFindingAQuantityIs() {
        assertThat(Grounding.ground("{{n:finding-2}} has {{q:finding-2.mass}}", REFERENCES, References.RUN))
                .contains(new Piece.Rendered("q:finding-2.mass", "mass, finding-2", "5279.3 ± 0.4 MeV"));
        assertThat(Grounding.ground("{{n:finding-1}} has {{q:finding-2.mass}}", REFERENCES, References.RUN))
                .singleElement()
                .isInstanceOf(Piece.Struck.class);
        assertThat(struck(Grounding.ground("We saw {{n:finding-1}} and {{n:finding-2}}.", REFERENCES, References.RUN)))
                .isEmpty();
    }

    @Test
    void aSentenceIsStruckAndItsNeighboursStand() {
        List<Piece> pieces = Grounding.ground(
                "The mass is {{q:finding-1.mass}}. It is about 5.3 GeV. The rows were fresh.", REFERENCES, "finding-1");
        assertThat(pieces)
                .containsExactly(
                        new Piece.Said("The mass is "),
                        new Piece.Rendered("q:finding-1.mass", "mass", "5279.3 ± 0.4 MeV"),
                        new Piece.Said("."),
                        new Piece.Struck(" It is about 5.3 GeV.", "the figure '5.3' is no reference to a quantity"),
                        new Piece.Said(" The rows were fresh."));
    }

    private static String reason(String text) {
        return struck(Grounding.ground(text, REFERENCES, "finding-1")).getFirst().reason();
    }

    private static List<Piece.Struck> struck(List<Piece> pieces) {
        List<Piece.Struck> struck = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Struck one) {
                struck.add(one);
            }
        }
        return struck;
    }

    private static String said(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece instanceof Piece.Said(String text) ? text : "")
                .collect(Collectors.joining());
    }

    /** What the pieces were made of. */
    private static String source(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece) {
                    case Piece.Said(String text) -> text;
                    case Piece.Rendered rendered -> "{{" + rendered.reference() + "}}";
                    case Piece.Struck(String text, String _) -> text;
                })
                .collect(Collectors.joining());
    }
}
