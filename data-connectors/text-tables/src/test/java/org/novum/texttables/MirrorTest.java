package org.novum.texttables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.tabular.ContentDigest;

/**
 * Real tables: rows, and digests of columns as other readers give them.
 *
 * <p>The digests are the first 16 digits of SHA-256 over the values of a column: numbers as 8 bytes, most significant first, missing
 * ones as NaN, and texts in UTF-8 with a line feed behind each. They were computed in Python: ECSV by {@code astropy.table.Table.read},
 * parameter files by {@code shlex.split(line, comments=True)} with {@code numpy.float32} where they say {@code float}, columns between
 * blanks by {@code numpy.genfromtxt(dtype=str)}, PDG's table by slices of its lines, summaries of regions by regular expressions.
 */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class MirrorTest {
    private static final Path MIRROR = Path.of(System.getenv().getOrDefault("NOVUM_MIRROR", ""));

    @ParameterizedTest
    @CsvSource({
        "spectra/linelists/fastspecfit-emlines.ecsv, fastspecfit-emlines, 47, name, 466253041e61cab6",
        "spectra/linelists/fastspecfit-emlines.ecsv, fastspecfit-emlines, 47, restwave, 232596f086a17890",
        "spectra/linelists/fastspecfit-emlines.ecsv, fastspecfit-emlines, 47, amp, 6873772c30164634",
        "spectra/linelists/fastspecfit-emlines.ecsv, fastspecfit-emlines, 47, isbalmer, 731f12de7e9b656f",
        "spectra/linelists/fastspecfit-emlines.ecsv, fastspecfit-emlines, 47, ishelium, c448d779c692ec64",
        "spectra/linelists/fastspecfit-emlines.ecsv, fastspecfit-emlines, 47, isbroad, 4a663e6d224f6ce8",
        "spectra/linelists/fastspecfit-emlines.ecsv, fastspecfit-emlines, 47, nicename, def9d000849dd89f",
        "spectra/linelists/fastspecfit-emlines.ecsv, fastspecfit-emlines, 47, plotgroup, b8d7b3a005b5bd57",
        "spectra/linelists/sdss-emlines.par, sdss-emlines, 32, lambda, dfbc26db3ef849ec",
        "spectra/linelists/sdss-emlines.par, sdss-emlines, 32, name, b1bc9606915f5e9b",
        "spectra/linelists/sdss-emlines.par, sdss-emlines, 32, zindex, 063d2c85755160a9",
        "spectra/linelists/sdss-emlines.par, sdss-emlines, 32, windex, 0258c98821b028ec",
        "spectra/linelists/sdss-emlines.par, sdss-emlines, 32, findex, f059d1a8389c981b",
        "spectra/linelists/sdss-emlines.par, sdss-emlines, 32, fvalue, 806f65ffa06701e2",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col1, d5715717b9592570",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col2, 071f34376e2fda29",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col3, 6fab0a2025c15679",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col4, b9905aac016c32a7",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col5, 31f054689f8adfb4",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col6, 943afc6dfe7b8877",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col7, bbc74d7c5da5624f",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col8, 426c534c174024eb",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col9, 980e85dba93ade2d",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col10, 232f81d86471df0d",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col11, eab62686ff819a99",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col12, fc8e69998226fdb3",
        "solar/moswoc_IFF_fcast_2014H1.txt, moswoc_IFF_fcast_2014H1, 356, col13, 435066733e4d9959",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col1, 7b78b7b2940a7271",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col2, 65f14901670e3a37",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col3, 6fbeefa11d7656d8",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col4, 52dbd4365b026555",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col5, 52dbd4365b026555",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col6, b5bdecb782dfa429",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col7, cf58f222bea3383c",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col8, e21da55e5084dc6c",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col9, 5465735df2452b81",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col10, fe1f083beb95f8f2",
        "solar/moswoc_SWPC_fcast_2014H1.txt, moswoc_SWPC_fcast_2014H1, 180, col11, eb1c440315deff18",
        "solar/moswoc_MX_list_2014H1.txt, moswoc_MX_list_2014H1, 117, col1, b3b927c4f0e35669",
        "solar/moswoc_MX_list_2014H1.txt, moswoc_MX_list_2014H1, 117, col2, fcbb7f3680053956",
        "solar/moswoc_MX_list_2014H1.txt, moswoc_MX_list_2014H1, 117, col3, 8dd94a2ce044611f",
        "solar/moswoc_MX_list_2014H1.txt, moswoc_MX_list_2014H1, 117, col4, 0a8dd5b2bf5b763f",
        "solar/moswoc_MX_list_2014H1.txt, moswoc_MX_list_2014H1, 117, col5, 5ae5513249cf05f7",
        "solar/moswoc_MX_list_2014H1.txt, moswoc_MX_list_2014H1, 117, col6, d1a7669f52dc771c",
        "solar/moswoc_MX_list_2014H1.txt, moswoc_MX_list_2014H1, 117, col7, 159e77df2335315d",
        "solar/moswoc_MX_list_2014H1.txt, moswoc_MX_list_2014H1, 117, col8, 4ab05610bd62f031",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, id, 7eb7989cf5519cf3",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, mass, 69331a636b11d36b",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, mass_error_plus, 9370601c2a5cf5ec",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, mass_error_minus, 0d3a5b0a63317bd0",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, width, 378fa630f905e11c",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, width_error_plus, 7c1b337003602878",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, width_error_minus, e62309dbdb2ccc62",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, name, 83d1ac0dff4b24f9",
        "particle/pdg/mass_width_2026.txt, mass_width_2026, 322, charge, 8f286904f546d3c9",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, issued, 0d802630735be6e6",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, region, 6f892f00e3ba84c5",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, location, c02462e96fcdbda1",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, latitude, 498dad7187f058a9",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, longitude, 23877b173a85f0a4",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, carrington_longitude, 3bab3840e18e7f5a",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, area, c158b7f1755b5563",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, mcintosh, 77740ee333490d9a",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, extent, cabe7b87b397bace",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, spots, 199bf8ce5acafb72",
        "solar/feeds/20150101SRS.txt, 20150101SRS-I, 6, magnetic_type, 8c42f12859bf4fcd",
        "solar/feeds/20150101SRS.txt, 20150101SRS-IA, 2, region, c86e7307128a8ac3",
        "solar/feeds/20150101SRS.txt, 20150101SRS-IA, 2, longitude, 364cbaa61de05552",
        "solar/feeds/20150101SRS.txt, 20150101SRS-IA, 2, carrington_longitude, f00838badfe76225",
        "solar/feeds/20150101SRS.txt, 20150101SRS-II, 1, region, 5705b07f0b2263f8",
        "solar/feeds/20150101SRS.txt, 20150101SRS-II, 1, latitude, d8ab8a73786d5d62",
        "solar/feeds/20150101SRS.txt, 20150101SRS-II, 1, carrington_longitude, d331f37056171f3b",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, issued, eb94bed1ea804aa9",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, region, 72e4d759a9ecee60",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, location, 4f168f8c4085f1c5",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, latitude, 5f7194d89d9a4fb6",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, longitude, fd4197fec02e6648",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, carrington_longitude, b3ce0c2881c04736",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, area, f8da33ceff79c04b",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, mcintosh, dd072e995badb695",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, extent, 5a1fc5269d316012",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, spots, 39b7c4cb26554ff9",
        "solar/feeds/20150306SRS.txt, 20150306SRS-I, 2, magnetic_type, e2c437a93e83c19e",
        "solar/feeds/20150306SRS.txt, 20150306SRS-IA, 1, region, ef90731ecf8d6886",
        "solar/feeds/20150306SRS.txt, 20150306SRS-IA, 1, longitude, a9caaeaf2d199f12",
        "solar/feeds/20150306SRS.txt, 20150306SRS-IA, 1, carrington_longitude, 4c40ba012d4c2196",
        "solar/feeds/20150306SRS.txt, 20150306SRS-II, 1, region, 48f6422d25dbe65a",
        "solar/feeds/20150306SRS.txt, 20150306SRS-II, 1, latitude, d8ab8a73786d5d62",
        "solar/feeds/20150306SRS.txt, 20150306SRS-II, 1, carrington_longitude, 4a92a0fafe500e6b"
    })
    void columnsAreThoseOfOtherReaders(String file, String part, long rows, String column, String digest) {
        try (Dataset dataset = open(file)) {
            DataPart card = dataset.card().part(part);
            assertThat(card.rows()).isEqualTo(rows);
            ColumnType type = card.column(column).orElseThrow().type();
            List<@Nullable Object> values = Written.column(dataset, part, column);
            assertThat(ContentDigest.of(bytes(type, values)).sha256()).startsWith(digest);
        }
    }

    private static byte[] bytes(ColumnType type, List<@Nullable Object> values) {
        if (type == ColumnType.TEXT) {
            StringBuilder texts = new StringBuilder();
            values.forEach(text -> texts.append(Objects.requireNonNull(text)).append('\n'));
            return texts.toString().getBytes(StandardCharsets.UTF_8);
        }
        // A column of whole numbers with missing ones is one of reals for the other readers.
        boolean reals = type == ColumnType.FLOAT64 || values.contains(null);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.size());
        for (Object value : values) {
            if (reals) {
                bytes.putDouble(value == null ? Double.NaN : ((Number) value).doubleValue());
            } else {
                bytes.putLong(((Number) Objects.requireNonNull(value)).longValue());
            }
        }
        return bytes.array();
    }

    @Test
    void unknownRegionsOfFlaresAreMissing() {
        try (Dataset list = open("solar/moswoc_MX_list_2014H1.txt")) {
            assertThat(list.card().parts().getFirst().columns().getLast().type()).isEqualTo(ColumnType.INT64);
            assertThat(Written.column(list, "col8")).filteredOn(Objects::isNull).hasSize(4);
        }
    }

    @Test
    void summariesOfSeveralDaysAreRead() {
        try (Dataset days = open("solar/feeds/*SRS.txt#I")) {
            assertThat(days.card().parts()).extracting(DataPart::name).containsExactly("20150101SRS", "20150306SRS");
            assertThat(days.card().rows()).isEqualTo(8);
        }
    }

    private static Dataset open(String file) {
        return new TextTablesConnector().open(DataSource.of("file:" + MIRROR.resolve(file)));
    }
}
