package org.novum.archives.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Addresses against URLs that documents and programs of the archives show. */
class ArchiveAddressesTest {
    @TempDir
    private Path home;

    private static ArchiveFile resolve(String address) {
        return new ArchiveAddresses(ArchiveHosts.PUBLIC).resolve(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cern:545/Dimuon_DoubleMu.csv | https://opendata.cern.ch/record/545/files/Dimuon_DoubleMu.csv",
                "cern:eos/opendata/cms/a/b.root | https://opendata.cern.ch/eos/opendata/cms/a/b.root",
                // The example of the access page of release 16, below the folder of all its surveys.
                "sdss:dr16/spec-4055-55359-0596 | https://data.sdss.org/sas/dr16/sdss/spectro/redux/v5_13_0/spectra/lite/4055/spec-4055-55359-0596.fits",
                "sdss:dr17/26/spec-2488-54149-0001 | https://data.sdss.org/sas/dr17/sdss/spectro/redux/26/spectra/lite/2488/spec-2488-54149-0001.fits",
                "sdss:dr16/26/spec-266-51602-2.fits | https://data.sdss.org/sas/dr16/sdss/spectro/redux/26/spectra/lite/0266/spec-0266-51602-0002.fits",
                "sdss:dr18/spec-3650-55244-0001 | https://data.sdss.org/sas/dr18/spectro/sdss/redux/v5_13_2/spectra/lite/3650/spec-3650-55244-0001.fits",
                "sdss:spec-3655-55240-0110 | https://data.sdss.org/sas/dr17/sdss/spectro/redux/v5_13_2/spectra/lite/3655/spec-3655-55240-0110.fits",
                "sdss:full/spec-3586-55181-0002 | https://data.sdss.org/sas/dr17/sdss/spectro/redux/v5_13_2/spectra/full/3586/spec-3586-55181-0002.fits",
                "sdss:dr17/26/full/spec-0266-51602-0002 | https://data.sdss.org/sas/dr17/sdss/spectro/redux/26/spectra/0266/spec-0266-51602-0002.fits",
                "sdss:dr15/v5_10_0/full/spec-12345-57000-0002 | https://data.sdss.org/sas/dr15/sdss/spectro/redux/v5_10_0/spectra/12345/spec-12345-57000-0002.fits",
                "lamost:dr3/1001 | http://dr3.lamost.org/spectrum/fits/1001",
                "lamost:dr5/v3/1001 | http://dr5.lamost.org/v3/spectrum/fits/1001",
                "lamost:dr10/v2.0/437513049 | https://www.lamost.org/dr10/v2.0/spectrum/fits/437513049",
                "lamost:dr11/v1.0/med/870813030 | https://www.lamost.org/dr11/v1.0/medspectrum/fits/870813030",
                "swpc:json/goes/primary/xrays-7-day.json | https://services.swpc.noaa.gov/json/goes/primary/xrays-7-day.json",
                "swpc:text/daily-solar-indices.txt | https://services.swpc.noaa.gov/text/daily-solar-indices.txt",
                "jsoc:hmi.sharp_720s | http://jsoc.stanford.edu/cgi-bin/ajax/jsoc_info?op=series_struct&ds=hmi.sharp_720s",
                "jsoc:hmi.sharp_720s[377][2011.02.15_00:00:00_TAI]?seg=magnetogram&key=T_REC,USFLUX | http://jsoc.stanford.edu/cgi-bin/ajax/jsoc_info?op=rs_list&ds=hmi.sharp_720s%5B377%5D%5B2011.02.15_00%3A00%3A00_TAI%5D&key=T_REC%2CUSFLUX&seg=magnetogram"
            })
    void buildsTheUrl(String address, String url) {
        assertThat(ArchiveAddresses.isAddress(address)).isTrue();
        assertThat(resolve(address).url()).hasToString(url);
        assertThat(Path.of(resolve(address).path()).normalize()).hasToString(resolve(address).path());
    }

    @Test
    void theSameFileHasTheSamePath() {
        assertThat(resolve("sdss:spec-3655-55240-0110").path())
                .isEqualTo(resolve("sdss:dr17/v5_13_2/spec-3655-55240-110.fits").path())
                .isNotEqualTo(resolve("sdss:full/spec-3655-55240-0110").path());
        assertThat(resolve("jsoc:hmi.a[1]?key=A%2CB&n=3").path())
                .isEqualTo(resolve("jsoc:hmi.a[1]?n=3&key=A,B").path())
                .isNotEqualTo(resolve("jsoc:hmi.a[1]?n=4&key=A,B").path())
                .matches("jsoc/hmi\\.a-[0-9a-f]{16}\\.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cern:545", "cern:545/", "cern:0/a.csv", "cern:545/a/b", "cern:545/../b", "cern:545/a?x", "cern:eos/opendata/../x",
                "cern:eos/other/x", "cern:545/.hidden", "cern:545/a b", "cern:", "sdss:", "sdss:spec-1-2-3", "sdss:spec-266-51602-2",
                "sdss:dr9/26/spec-0266-51602-0002", "sdss:dr21/spec-3655-55240-0110", "sdss:dr15/spec-3655-55240-0110",
                "sdss:v6_0_4/spec-3655-55240-0110", "sdss:../spec-3655-55240-0110", "sdss:spec-3655-55240-0110/..",
                "lamost:437513049", "lamost:dr10/437513049", "lamost:dr3/v1/1", "lamost:dr5/v3/med/1", "lamost:dr0/1",
                "lamost:dr10/v2.0/1?token=x", "swpc:", "swpc:images/x.json", "swpc:json/../x.json", "swpc:json//x.json",
                "swpc:json/x.html", "jsoc:", "jsoc:hmi", "jsoc:hmi.a[1]", "jsoc:hmi.a[1", "jsoc:hmi.a?key", "jsoc:hmi.a?n=1",
                "jsoc:hmi.a?key=A&key=B", "jsoc:hmi.a?op=x&key=A", "jsoc:hmi.a?key=%zz", "jsoc:hmi.a?key=A%26op=x", "jsoc:HMI.a/b",
                "other:545/a", "cern"
            })
    void refusesWhatMeansNothing(String address) {
        assertThatThrownBy(() -> resolve(address))
                .isInstanceOfSatisfying(NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageStartingWith(address + ": ")
                .hasMessageContaining("; write ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void knowsAnAddressByItsScheme() {
        assertThat(ArchiveAddresses.isAddress("dataset:Ymumu")).isFalse();
        assertThat(ArchiveAddresses.isAddress("Ymumu")).isFalse();
        assertThat(ArchiveAddresses.isAddress(":x")).isFalse();
    }

    @Test
    void takesOtherServersFromFileAndEnvironment() throws IOException {
        Files.writeString(home.resolve(ArchiveHosts.FILE), "sdss: https://lab.example/sdss/\nlamost-early: http://r{release}.lab.example\n");
        ArchiveHosts hosts = ArchiveHosts.of(home, Map.of("NOVUM_HOST_CERN", "http://127.0.0.1:8080", "NOVUM_HOST_LAMOST", " "));
        ArchiveAddresses addresses = new ArchiveAddresses(hosts);
        assertThat(addresses.resolve("sdss:spec-3655-55240-0110").url())
                .hasToString("https://lab.example/sdss/sas/dr17/sdss/spectro/redux/v5_13_2/spectra/lite/3655/spec-3655-55240-0110.fits");
        assertThat(addresses.resolve("lamost:dr5/v3/7").url()).hasToString("http://r5.lab.example/v3/spectrum/fits/7");
        assertThat(addresses.resolve("lamost:dr7/v2.0/7").url()).hasHost("www.lamost.org");
        assertThat(addresses.resolve("cern:545/a.csv").url()).hasToString("http://127.0.0.1:8080/record/545/files/a.csv");
        Map<String, String> before = Map.of("NOVUM_HOST_SDSS", "https://other.example");
        assertThat(new ArchiveAddresses(ArchiveHosts.of(home, before)).resolve("sdss:spec-3655-55240-0110").url()).hasHost("other.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sdss: ftp://lab.example", "sdss: lab.example", "sdss: 'https://a b'", "sdss: https://me@lab.example", "sdss: ''",
                "sdss: https://lab.example/?q=", "sds: https://lab.example", "- sdss", "sdss: [", "sdss: {a: b}"
            })
    void refusesWrongServers(String yaml) throws IOException {
        Files.writeString(home.resolve(ArchiveHosts.FILE), yaml);
        assertThatThrownBy(() -> ArchiveHosts.of(home, Map.of()))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .message()
                .doesNotContain("\n");
    }

    @Test
    void anEmptyFileNamesNone() throws IOException {
        Files.writeString(home.resolve(ArchiveHosts.FILE), "# none yet\n");
        assertThat(ArchiveHosts.of(home, Map.of())).isEqualTo(ArchiveHosts.PUBLIC);
    }
}
