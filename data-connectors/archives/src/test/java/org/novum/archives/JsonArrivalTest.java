package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Servers that lie about the end of JSON. */
class JsonArrivalTest extends UnlistedFiles {
    /** Of a length that is stated short all bytes come: nothing but the content tells. */
    @ParameterizedTest
    @CsvSource({"swpc:json/goes/xrays.json, swpc", "jsoc:hmi.sharp_720s, jsoc"})
    void jsonThatIsCutIsNoticed(String address, String archive) throws IOException {
        byte[] json = ("[{\"flux\": NaN, \"satellite\": \"" + "x".repeat(5000) + "\"}, 1e-6, null]\n").getBytes(StandardCharsets.UTF_8);
        Map<FlakyServer.Behaviour, String> lies = Map.of(
                Versions.stating(100, json), "sent JSON that is cut in line 1",
                Versions.stating(json.length - 2, json), "sent JSON that is cut",
                FlakyServer.sending(Samples.gzip(Arrays.copyOf(json, 4000))), "sent JSON that is cut",
                FlakyServer.sending("busy, come back later".getBytes(StandardCharsets.UTF_8)), "sent something else than JSON",
                FlakyServer.sending("429".getBytes(StandardCharsets.UTF_8)), "sent something else than JSON");
        for (Map.Entry<FlakyServer.Behaviour, String> lie : lies.entrySet()) {
            try (FlakyServer server = new FlakyServer(json, lie.getKey(), lie.getKey())) {
                Samples.write(folder.resolve("home/archives.yaml"), (archive + ": " + server.base()).getBytes(StandardCharsets.UTF_8));
                assertThatThrownBy(() -> fetcher().fetch(address, FetchProgress.SILENT))
                        .isInstanceOfSatisfying(NovumException.class, failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.DATA))
                        .hasMessageContaining(lie.getValue());
            }
        }
        try (FlakyServer server = new FlakyServer(json, Versions.stating(100, json))) {
            Samples.write(folder.resolve("home/archives.yaml"), (archive + ": " + server.base()).getBytes(StandardCharsets.UTF_8));
            assertThat(fetcher().fetch(address, FetchProgress.SILENT).file()).as("one lie is forgiven").hasBinaryContent(json);
        }
    }
}
