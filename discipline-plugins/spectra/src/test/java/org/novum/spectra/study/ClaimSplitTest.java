package org.novum.spectra.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.data.Unit;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.spectra.Spectra;
import org.novum.spectra.SyntheticSky;
import org.novum.spectra.spectrum.RawSpectrum;

/** Which split a study gets. */
class ClaimSplitTest {
    private static final RawSpectrum SPECTRUM = SyntheticSky.noise("one.fits", 1);
    private static final InMemoryTable SURVEY = InMemoryTable.named("table")
            .texts("file", "one.fits")
            .texts("class", "GALAXY")
            .reals("z", Unit.ONE, 0.1);
    private static final InMemoryDataset WHOLE =
            InMemoryDataset.of("sky", SyntheticSky.table("spectra", List.of(SPECTRUM)), SURVEY);
    private static final InMemoryDataset EXPOSED = InMemoryDataset.of(
            "sky", SyntheticSky.exposures("spectra", List.of(List.of(SPECTRUM, SPECTRUM))), SURVEY);

    private static PartitionPolicy policy(InMemoryDataset data, String split) {
        ObjectNode options = JsonNodeFactory.instance.objectNode().put("claims", "survey");
        return policy(data, split.isEmpty() ? options : options.put("split", split));
    }

    private static PartitionPolicy policy(InMemoryDataset data, ObjectNode options) {
        Study study = new Study(
                "halves", "Where?", "halves", "spectra", DataSource.of("memory:sky"), options, Budget.USUAL);
        return new Spectra().partitionPolicy(study, data.card());
    }

    @Test
    void exposuresWhereEveryObjectHasTwoAndOtherwiseWavelengths() {
        assertThat(policy(EXPOSED, "")).isEqualTo(new PartitionPolicy.ByTurn("turn"));
        assertThat(policy(EXPOSED, "exposures")).isEqualTo(new PartitionPolicy.ByTurn("turn"));
        assertThat(policy(EXPOSED, "wavelength")).isInstanceOf(PartitionPolicy.ByBlock.class);
        assertThat(policy(WHOLE, "")).isEqualTo(new PartitionPolicy.ByBlock("wavelength", 3.54, 256 * 1e-4));
        assertThatThrownBy(() -> policy(WHOLE, "exposures"))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("#exposures");
        assertThatThrownBy(() -> policy(WHOLE, "thirds"))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("thirds");
    }

    /** Several exposures of one object would make a group by themselves. */
    @Test
    void groupsAreNotSoughtAmongExposures() {
        ObjectNode options = JsonNodeFactory.instance.objectNode().put("groups", "GALAXY");
        assertThat(policy(WHOLE, options)).isInstanceOf(PartitionPolicy.ByKey.class);
        assertThatThrownBy(() -> policy(EXPOSED, options))
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("#exposures");
    }

    /** Claims that stand in the study are tested on the exposures of odd number too, or, as ever, on wavelengths. */
    @Test
    void listedClaimsAreSplitToo() {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.putArray("claims").addObject().put("object", "one").put("class", "GALAXY").put("z", 0.1);
        assertThat(policy(EXPOSED, options)).isEqualTo(new PartitionPolicy.ByTurn("turn"));
        assertThat(policy(WHOLE, options)).isInstanceOf(PartitionPolicy.WholeSample.class);
    }
}
