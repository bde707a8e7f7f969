package io.github.ddevbak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.Upstream;
import io.github.ddevbak.files.UserFileSizes;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.settings.CopyFiles;
import io.github.ddevbak.settings.ProjectSettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyChoiceTest {
    private static final List<String> DIRS = List.of("private", "web/files");
    private static final Upstream.Provider FIRST_ONLY = new Upstream.Provider("live", "ddev pull live --skip-db", true);
    private static final Upstream.Provider WHOLE =
            new Upstream.Provider("platform", "ddev pull platform --skip-db", false);

    @ParameterizedTest
    @CsvSource({"0, true", "2000, true", "2001, false"})
    void asMuchAsTheLimitIsCopied(long bytes, boolean copied) throws IOException {
        CopyChoice choice = CopyChoice.of(
                new ProjectSettings(true, 0, Optional.empty(), CopyFiles.AUTO, 2000, List.of()),
                new FileOrigins(Optional.empty(), List.of(), DIRS, "web/files"),
                dirs -> new UserFileSizes(5, bytes, bytes));

        assertThat(choice.dirs()).isEqualTo(copied ? DIRS : List.of());
        assertThat(choice.loss("shop", new FileOrigins(Optional.empty(), List.of(), DIRS, "web/files")))
                .isEqualTo(
                        copied
                                ? Optional.empty()
                                : Optional.of(Finding.loss(
                                        "files.no-copy",
                                        "5 user files of 'shop', 2.0 kB, have no copy: no upstream to pull them from is"
                                                + " known, and they are more than the 2.0 kB that are copied.",
                                        choice.hint())));
    }

    @Test
    void whatIsKnownToComeBackIsNotEvenCounted() throws IOException {
        CopyChoice choice = CopyChoice.of(
                ProjectSettings.DEFAULT, new FileOrigins(Optional.of("live"), List.of(), DIRS, "web/files"), dirs -> {
                    throw new IOException("asked for " + dirs);
                });

        assertThat(choice.dirs()).isEmpty();
    }

    @Test
    void aPullThatFillsOneDirectoryLeavesTheOthersUncovered() {
        assertThat(new FileOrigins(Optional.empty(), List.of(FIRST_ONLY), DIRS, "web/files").uncovered())
                .containsExactly("private");
        assertThat(new FileOrigins(Optional.empty(), List.of(FIRST_ONLY, WHOLE), DIRS, "web/files").uncovered())
                .isEmpty();
        assertThat(new FileOrigins(Optional.of("a share"), List.of(FIRST_ONLY), DIRS, "web/files").uncovered())
                .isEmpty();
        assertThat(new FileOrigins(Optional.empty(), List.of(), DIRS, "web/files").uncovered())
                .isEqualTo(DIRS);
    }

    @Test
    void everyOriginIsNamedInTheFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        new FileOrigins(Optional.of("a share"), List.of(FIRST_ONLY, WHOLE), DIRS, "web/files").addTo(facts);

        assertThat(facts)
                .isEqualTo(Map.of(
                        "upstream",
                        "a share, live, platform",
                        "pull",
                        List.of("ddev pull live --skip-db", "ddev pull platform --skip-db")));
    }
}
