package org.novum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.discipline.Strength;

class LedgerCsvTest {
    @Test
    void rowsStandInTheOrderOfAskingAndTextsAreQuoted() {
        List<LedgerRow> rows = List.of(
                row(2, "he said \"peak\", twice\nand again", new Strength.Untested("budget")),
                row(1, "=cmd|' /C calc'!A0", new Strength.PValue(-400)),
                row(3, "e", new Strength.EValue(2)));
        assertThat(new String(LedgerCsv.toBytes(rows), StandardCharsets.UTF_8))
                .isEqualTo("index,study,hypothesis,statement,proposer,registration,spent,level,strength,log10,p,accepted\n"
                        + "1,s,h1,'=cmd|' /C calc'!A0,systematic,abc,0.025,0.0125,p,-400.0,0.0,true\n"
                        + "2,s,h2,\"he said \"\"peak\"\", twice\nand again\",systematic,abc,0.025,0.0125,untested,,1.0,false\n"
                        + "3,s,h3,e,systematic,abc,0.025,0.0125,e,2.0,0.01,false\n");
    }

    @Test
    void anEmptyLedgerHasItsHeading() {
        assertThat(new String(LedgerCsv.toBytes(List.of()), StandardCharsets.UTF_8))
                .isEqualTo("index,study,hypothesis,statement,proposer,registration,spent,level,strength,log10,p,accepted\n");
    }

    private static LedgerRow row(long index, String statement, Strength strength) {
        return new LedgerRow(
                index, "s", "h" + index, statement, "systematic", "abc", 0.025, 0.0125, strength, index == 1);
    }
}
