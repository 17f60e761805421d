package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** What a message to the user must be. */
final class Messages {
    private Messages() {}

    /** One line that says what is wrong and, after a semicolon or colon, what to do. */
    static void assertHelpful(@Nullable String message) {
        assertThat(message)
                .as("message to the user")
                .isNotBlank()
                .doesNotContain("\n")
                .doesNotContain("Exception")
                .containsPattern("[;:]");
    }
}
