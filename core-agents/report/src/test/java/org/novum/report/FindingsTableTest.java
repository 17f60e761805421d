package org.novum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;

class FindingsTableTest {
    @Test
    void columnsTellTheFinding() {
        assertThat(FindingsTable.render(Samples.dimuon().document(), 100)).isEqualTo("""
                verdict    subject   what                           measured          local  global        p   level
                discovery  Jpsimumu  J/psi(1S)                      3096.9 ± 0.4 MeV   43.7    43.6  <1e-300  0.0125
                evidence   Jpsimumu  Upsilon(1S)                    3096.9 ± 0.4 MeV   6.18    5.39  5.0e-07  0.0125
                refuted    Jpsimumu  A peak decays to mu+ mu- at …  3096.9 ± 0.4 MeV   3.18    0.96     0.63  0.0125
                """);
    }

    @Test
    void theMeasuredQuantityIsThatWhichTheFindingNames() {
        FindingsDocument.Finding plain = Samples.finding("x", "evidence", null, -9);
        FindingsDocument.Finding named = new FindingsDocument.Finding(
                plain.id(),
                plain.statement(),
                plain.verdict(),
                plain.attributes().deepCopy().put("measured", "bss_gain"),
                Map.of("auc", new Quantity(0.9, 0.01, Unit.ONE), "bss_gain", new Quantity(0.1043, 0.0312, Unit.ONE)),
                plain.significance(),
                plain.log10p(),
                plain.ledger(),
                plain.evidence());
        assertThat(FindingsTable.render(Samples.document("s", List.of(named)), 120)).contains("bss gain 0.104 ± 0.031");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 90, 100, 120})
    void linesFit(int width) {
        FindingsDocument document = Samples.document(
                "s",
                List.of(
                        Samples.finding("x".repeat(90), "inconclusive", null, -1),
                        Samples.finding("y", "discovery", "𝛶".repeat(60), -300)));
        String table = FindingsTable.render(document, width);
        assertThat(table.lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                .isLessThanOrEqualTo(width));
        assertThat(table).contains("…").doesNotContain("\u001b");
    }

    @Test
    void colourOnlyWhereAskedFor() {
        FindingsDocument document = Samples.dimuon().document();
        String coloured = FindingsTable.render(document, 100, FindingsTable.Palette.ANSI);
        assertThat(coloured).contains("\u001b[1;32mdiscovery");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(FindingsTable.render(document, 100));
    }

    @Test
    void terminalCodesInNamesDoNotReachTheTerminal() {
        FindingsDocument document =
                Samples.document("s", List.of(Samples.finding("a", "evidence", "\u001b[2Jgone\u202e\nnew", -9)));
        assertThat(FindingsTable.render(document, 100)).doesNotContain("\u001b", "\u202e").hasLineCount(2);
    }

    @Test
    void withoutFindingsItSaysSo() {
        assertThat(FindingsTable.render(Samples.document("s", List.of()), 100))
                .isEqualTo("No findings; 0 hypotheses were tested.\n");
    }

    @Test
    void tooNarrowIsRefused() {
        assertThatThrownBy(() -> FindingsTable.render(Samples.dimuon().document(), 40))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("80");
    }
}
