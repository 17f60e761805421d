package org.novum.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {
    @ParameterizedTest
    @CsvSource({
        "data/a.csv, data/a.csv, data/, a.csv, false",
        "file:data/*.csv, data/*.csv, data/, *.csv, true",
        "FILE:///data/**/x[1].csv, /data/**/x[1].csv, /data/, **/x[1].csv, true",
        "*.csv, *.csv, '', *.csv, true"
    })
    void aPatternHasAPrefixAndAGlob(String uri, String text, String prefix, String glob, boolean wildcards) {
        FilePattern pattern = FilePattern.of(uri);
        assertThat(pattern.text()).isEqualTo(text);
        assertThat(pattern.prefix()).isEqualTo(prefix);
        assertThat(pattern.glob()).isEqualTo(glob);
        assertThat(pattern.hasWildcards()).isEqualTo(wildcards);
    }

    @ParameterizedTest
    @CsvSource({"dataset:x, true", "https://host/x.csv, true", "file:x.csv, false", "C:/x.csv, false", "x.csv, false"})
    void aSchemeHasTwoLetters(String uri, boolean other) {
        assertThat(FilePattern.hasOtherScheme(uri)).isEqualTo(other);
    }

    @Test
    void twoStarsMayStandForNoFolder() {
        assertThat(FilePattern.matchers("**/a.csv")).anyMatch(matcher -> matcher.matches(Path.of("a.csv")));
        assertThat(FilePattern.matchers("**/a.csv")).anyMatch(matcher -> matcher.matches(Path.of("x/y/a.csv")));
        assertThat(FilePattern.matchers("*.csv")).hasSize(1);
        assertThat(FilePattern.depth("x/*.csv")).isEqualTo(2);
        assertThat(FilePattern.depth("**")).isEqualTo(Integer.MAX_VALUE);
        assertThat(FilePattern.isHidden(Path.of("x/.y"))).isTrue();
    }
}
